using System.Globalization;
using System.Text;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Benchmarks.Mqtt;

/// <summary>The racks of the generator as an inventory and as a configuration of the collector.</summary>
static class LoadSite
{
    const int RacksPerRoom = 200;

    public static Inventory Inventory(int racks)
    {
        var facility = FacilityId.Parse("NJ-01");
        var rooms = Enumerable.Range(0, (racks + RacksPerRoom - 1) / RacksPerRoom).Select(index =>
        {
            var room = new RoomId(facility, Room(index));
            var names = Enumerable.Range(index * RacksPerRoom, Math.Min(RacksPerRoom, racks - (index * RacksPerRoom)));
            return new Room(room, new("机房", "Room"), [.. names.Select(rack => new Rack(new(room, Rack(rack)), Power.FromKilowatts(20)))]);
        });
        return new(
            ProvinceId.Parse("JS"), new("江苏", "Jiangsu"), [new(CityCode.Parse("NJ"), new("南京", "Nanjing"), null, null)],
            [new(facility, CityCode.Parse("NJ"), new("南京一", "Nanjing 1"), [.. rooms], [], null)]);
    }

    /// <summary>The same for the product as a whole.</summary>
    public static string Product(int racks, int port, int qualityOfService)
    {
        var rooms = string.Join(',', Inventory(racks).Facilities[0].Rooms.Select(room =>
            $$"""{ "id": "{{room.Id.RoomCode}}", "name": { "chinese": "机房", "english": "Room" }, "racks": [{{string.Join(',', room.Racks.Select(rack => $$"""{ "id": "{{rack.Id.Value[(room.Id.Value.Length + 1)..]}}", "provisionedKilowatts": 20 }"""))}}] }"""));
        return $$"""
            { "province": { "id": "JS", "name": { "chinese": "江苏省", "english": "Jiangsu" } },
              "cities": [{ "code": "NJ", "name": { "chinese": "南京", "english": "Nanjing" }, "column": 0, "row": 3 }],
              "facilities": [{ "id": "NJ-01", "city": "NJ", "name": { "chinese": "一号", "english": "One" }, "rooms": [{{rooms}}] }],
              {{Configuration(racks, port, qualityOfService).Trim()[1..]}}
            """;
    }

    public static string Configuration(int racks, int port, int qualityOfService)
    {
        var devices = new StringBuilder();
        for (var rack = 0; rack < racks; rack++)
        {
            devices.Append(CultureInfo.InvariantCulture, $$"""{{(rack == 0 ? "" : ",")}}{ "source": "r{{rack:000000}}", "location": "NJ-01/{{Room(rack / RacksPerRoom)}}/{{Rack(rack)}}", "name": "pdu" }""");
        }

        return string.Create(CultureInfo.InvariantCulture, $$"""
            { "mqtt": {
              "brokers": [{ "name": "load", "address": "127.0.0.1:{{port}}", "qualityOfService": {{qualityOfService}}, "receiveMaximum": 5000 }],
              "mappings": ["load"],
              "definitions": [{ "name": "load", "title": "What the generator publishes", "topics": [{ "pattern": "dc/{dc}/rack/{rack}/telemetry", "source": "{rack}", "ratedKilowatts": 50 }],
                "time": { "path": "$.ts", "form": "unix-ms" },
                "points": [
                  { "path": "$.power_w", "quantity": "active-power", "unit": "W" },
                  { "path": "$.energy_kwh", "quantity": "active-energy", "unit": "kWh", "resolution": 0.001 },
                  { "path": "$.inlet_c", "quantity": "inlet-temperature", "unit": "°C" },
                  { "path": "$.outlet_c", "quantity": "temperature", "unit": "°C" },
                  { "path": "$.humidity", "quantity": "humidity", "unit": "%" },
                  { "path": "$.voltage_v", "quantity": "voltage", "unit": "V" },
                  { "path": "$.current_a", "quantity": "current", "unit": "A" },
                  { "path": "$.cpu_util", "quantity": "load-ratio", "unit": "%" }
                ] }],
              "devices": [{{devices}}] } }
            """);
    }

    static string Room(int index) => string.Create(CultureInfo.InvariantCulture, $"R{index:0000}");

    static string Rack(int rack) => string.Create(CultureInfo.InvariantCulture, $"A{rack:000000}");
}
