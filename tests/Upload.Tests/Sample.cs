using DcOps.Domain.Configuration;
using DcOps.Domain.Ledger;
using DcOps.Upload.Configuration;
using DcOps.Upload.Items;

namespace DcOps.Upload.Tests;

/// <summary>A data centre with two uploaded meters, and a platform's interface as a configuration says it.</summary>
static class Sample
{
    /// <summary>00:00 of 2 March 2026 in Beijing.</summary>
    public static readonly DateTimeOffset Day = new(2026, 3, 1, 16, 0, 0, TimeSpan.Zero);

    public const string Enterprise = "91320100MA1XXXXX0Q";

    public static string Json(string url, string more = "", string destinations = "", string spool = "", string meters = "") =>
        $$$"""
        {
          "upload": {
            "facilities": [
              {
                "facility": "NJ-01", "enterprise": "{{{Enterprise}}}", "device": "NJ01",
                "meters": [
                  { "meter": "main", "code": "3300.main", "unit": "万kWh", "countsPerUnit": 10000000, "decimals": 4, "tceFactor": 1.229 },
                  { "meter": "ups", "code": "3300.ups" }{{{meters}}}
                ]
              }
            ],
            "destinations": [
              {
                "name": "province", "url": "{{{url}}}", "isBehindGateway": true, "firstPause": "00:00:00.010", "longestPause": "00:00:00.020",
                "messages": {
                  "dataPath": "data",
                  "data": {
                    "companyCode": "{{enterprise}}", "deviceId": "{{device}}", "sentAt": "{{now}}", "number": "{{message}}",
                    "items": { "$each": "items", "of": {
                      "dataIndex": "{{code}}", "statType": "{{span}}", "statDate": "{{period:yyyy-MM-dd HH:mm}}", "dataValue": "{{value}}",
                      "unit": "{{unit}}", "ratio": "{{tce-factor}}", "revision": "{{revision}}", "valid": 1 } }
                  }{{{more}}}
                },
                "reply": { "code": "head.code", "taken": [ "0" ], "duplicate": [ "1" ], "refused": [ "9" ] }
              }{{{destinations}}}
            ]{{{spool}}}
          }
        }
        """;

    public static UploadOptions Options(Uri url, int most = 200, string more = "", string timeout = "00:00:30")
    {
        var text = Json(url + "api", more).Replace("\"firstPause\"", FormattableString.Invariant($"\"mostItemsPerMessage\": {most}, \"timeout\": \"{timeout}\", \"firstPause\""), StringComparison.Ordinal);
        return Plan(text).Options;
    }

    public static UploadPlan Plan(string json)
    {
        var document = ConfigurationDocument.Parse("site.json", json);
        var plan = UploadConfiguration.Load(document, null);
        document.ThrowIfFaulty();
        return plan!;
    }

    /// <summary>Quarter-hours of one meter from an instant on; their value is their number.</summary>
    public static ImmutableArray<UploadItem> Quarters(DateTimeOffset from, int count, string code = "3300.main", int revision = 1) =>
        [.. Enumerable.Range(0, count).Select(number => Item(ItemSpan.Quarter, from.AddMinutes(15 * number), number, code, revision))];

    public static UploadItem Item(ItemSpan span, DateTimeOffset from, decimal value, string code = "3300.main", int revision = 1) =>
        new(Enterprise, "NJ01", code, span, from, value, "kWh", null, InputKind.Meter, IntervalQuality.Measured, revision);

    /// <summary>The key as the platform writes it.</summary>
    public static string PlatformKey(UploadItem item) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{item.Device}|{item.Code}|{(int)item.Span}|{item.PeriodStart.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}|{item.Revision}");

}
