namespace DcOps.Access.Tests;

/// <summary>A province of two cities with one small facility each.</summary>
static class ProductConfiguration
{
    /// <param name="more">A further section, as JSON.</param>
    public static string Text(string more) =>
        $$"""
        {
          "province": { "id": "JS", "name": { "chinese": "江苏", "english": "Jiangsu" } },
          "cities": [
            { "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" } },
            { "code": "SZ", "name": { "chinese": "苏州", "english": "Suzhou" } },
          ],
          "facilities": [ {{Facility("NJ")}}, {{Facility("SZ")}} ],
          {{more}}
        }
        """;

    static string Facility(string city) =>
        $$"""
        { "id": "{{city}}-01", "city": "{{city}}", "name": { "chinese": "{{city}}", "english": "{{city}}" },
          "rooms": [ { "id": "R01", "name": { "chinese": "一", "english": "R01" }, "racks": [ { "id": "A01", "provisionedKilowatts": 8 } ] } ] }
        """;
}
