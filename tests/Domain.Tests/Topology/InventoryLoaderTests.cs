using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Topology;

public sealed class InventoryLoaderTests
{
    const string Sound = """
        {
          "province": { "id": "JS", "name": { "chinese": "江苏", "english": "Jiangsu" } },
          "cities": [
            { "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" }, "column": 2, "row": 3 },
            { "code": "SZ", "name": { "chinese": "苏州", "english": "Suzhou" } }
          ],
          "facilities": [
            {
              "id": "NJ-01",
              "city": "NJ",
              "name": { "chinese": "南京一号", "english": "Nanjing 1" },
              "itCapacityKilowatts": 1200,
              "rooms": [
                {
                  "id": "R01",
                  "name": { "chinese": "一号机房", "english": "Room 1" },
                  "racks": [
                    { "id": "A01", "provisionedKilowatts": 8 },
                    { "id": "A02", "provisionedKilowatts": 4.5 }
                  ]
                }
              ],
              "boundary": [
                { "device": "utility-1", "role": "utility-entrance" },
                { "device": "ups-1", "role": "ups-output" }
              ]
            }
          ]
        }
        """;

    [Fact]
    public void Reads_a_sound_configuration()
    {
        var inventory = Load(Sound, out var faults)!;

        Assert.Empty(faults);
        Assert.Equal("JS", inventory.Province.Value);
        Assert.Equal([(2, 3), (null, null)], inventory.Cities.Select(city => (city.Column, city.Row)));
        var facility = Assert.Single(inventory.Facilities);
        Assert.Equal(1_200, facility.ItCapacity!.Value.Kilowatts);
        Assert.Equal(
            [new("utility-1", MeterRole.UtilityEntrance), new("ups-1", MeterRole.UpsOutput)], facility.Meters);
        Assert.Equal(["NJ-01/R01/A01", "NJ-01/R01/A02"], facility.Rooms[0].Racks.Select(rack => rack.Id.Value));
        Assert.True(inventory.TryGet(RackId.Parse("NJ-01/R01/A02"), out var rack));
        Assert.Equal(4_500, rack.ProvisionedPower.Watts);
        Assert.True(inventory.Knows(Location.Parse("NJ-01")));
        Assert.False(inventory.Knows(Location.Parse("NJ-01/R01/A03")));
    }

    [Theory]
    [InlineData("\"A02\"", "\"A01\"", 19, "facilities[0].rooms[0].racks[1].id", "rack NJ-01/R01/A01 again; it is declared at facilities[0].rooms[0].racks[0].id (line 18)")]
    [InlineData("\"SZ\"", "\"NJ\"", 5, "cities[1].code", "city NJ again; it is declared at cities[0].code (line 4)")]
    [InlineData("\"ups-1\"", "\"utility-1\"", 25, "facilities[0].boundary[1].device", "boundary meter utility-1 of NJ-01 again")]
    [InlineData("\"city\": \"NJ\"", "\"city\": \"WX\"", 10, "facilities[0].city", "'WX' is not a city")]
    [InlineData("\"NJ-01\"", "\"nj-01\"", 9, "facilities[0].id", "'nj-01' is not a facility id")]
    [InlineData("\"R01\"", "\"R/01\"", 15, "facilities[0].rooms[0].id", "'R/01' is not a room code")]
    [InlineData("\"A02\"", "\"7A\"", 19, "facilities[0].rooms[0].racks[1].id", "'7A' is not a rack code")]
    [InlineData("\"JS\"", "\"\"", 2, "province.id", "required")]
    [InlineData("4.5", "0", 19, "facilities[0].rooms[0].racks[1].provisionedKilowatts", "between")]
    [InlineData("4.5", "-4.5", 19, "facilities[0].rooms[0].racks[1].provisionedKilowatts", "between")]
    [InlineData("1200", "0", 12, "facilities[0].itCapacityKilowatts", "between")]
    [InlineData("\"ups-output\"", "\"it-input\"", 25, "facilities[0].boundary[1].role", "registers of the racks")]
    [InlineData("\"ups-output\"", "\"export\"", 25, "facilities[0].boundary[1].role", "in the meter registry")]
    [InlineData("\"ups-output\"", "\"none\"", 25, "facilities[0].boundary[1].role", "leave the meter out")]
    [InlineData("\"ups-output\"", "\"ups\"", 25, "facilities[0].boundary[1].role", "must be one of none, utility-entrance, generator")]
    [InlineData("\"ups-1\"", "\"UPS 1\"", 25, "facilities[0].boundary[1].device", "small letters")]
    [InlineData(", \"row\": 3", "", 4, "cities[0]", "a tile needs both")]
    [InlineData("\"provisionedKilowatts\": 8", "\"provisionedWatts\": 8000", 18, "facilities[0].rooms[0].racks[0].provisionedWatts", "not a known key")]
    public void Names_line_key_and_reason_of_what_is_wrong(string sound, string wrong, int line, string key, string reason)
    {
        var inventory = Load(Replaced(sound, wrong), out var faults);

        Assert.Null(inventory);
        var fault = Assert.Single(faults);
        Assert.Equal((line, key), (fault.Line, fault.Key));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_every_fault_at_once()
    {
        var text = Replaced("\"A02\"", "\"A01\"").Replace("\"SZ\"", "\"NJ\"", StringComparison.Ordinal)
            .Replace("\"city\": \"NJ\"", "\"city\": \"WX\"", StringComparison.Ordinal);

        Load(text, out var faults);

        Assert.Equal(["cities[1].code", "facilities[0].city", "facilities[0].rooms[0].racks[1].id"], faults.Select(fault => fault.Key));
    }

    [Fact]
    public void Asks_for_every_section()
    {
        Load("{}", out var faults);

        Assert.Equal(["cities", "facilities", "province"], faults.Select(fault => fault.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuses_an_empty_province()
    {
        var start = Sound.IndexOf("\"facilities\"", StringComparison.Ordinal);

        Load(Sound[..start] + "\"facilities\": [] }", out var faults);

        Assert.Equal(("facilities", 7), (Assert.Single(faults).Key, faults[0].Line));
    }

    static string Replaced(string sound, string wrong)
    {
        var at = Sound.LastIndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return Sound[..at] + wrong + Sound[(at + sound.Length)..];
    }

    static Inventory? Load(string text, out ImmutableArray<ConfigurationFault> faults)
    {
        var document = ConfigurationDocument.Parse("site.json", text);
        var inventory = InventoryLoader.Load(document);
        var exception = Record.Exception(document.ThrowIfFaulty);
        faults = exception is ConfigurationException faulty ? faulty.Faults : [];
        return inventory;
    }
}
