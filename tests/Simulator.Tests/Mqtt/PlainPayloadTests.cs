using System.Text.Json;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Mqtt;
using DcOps.Simulator.Tests.Model;

namespace DcOps.Simulator.Tests.Mqtt;

public sealed class PlainPayloadTests
{
    [Fact]
    public void A_meter_tells_power_and_its_register_of_one_instant()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromMinutes(5));
        var meter = played.Device<MeterDevice>("NJ-01", "utility-1");

        using var json = JsonDocument.Parse(PlainPayload.Of(meter, played.Time.GetUtcNow()));

        var root = json.RootElement;
        Assert.Equal(played.Province.Now, root.GetProperty("ts").GetDateTimeOffset());
        Assert.Equal(meter.Register.CountsAt(meter.TrueMillijoules), root.GetProperty("activeEnergyWh").GetInt64());
        Assert.Equal(played.Province.Facilities[0].Power.Utility / 1_000.0, root.GetProperty("activePowerW").GetDouble(), tolerance: 0.06);
        Assert.Equal(meter.Serial, root.GetProperty("serial").GetString());
        Assert.Equal(meter.Rated, root.GetProperty("ratedPowerW").GetDouble());
    }

    [Fact]
    public void A_weather_station_tells_what_the_plant_feels()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromMinutes(5));
        var site = played.Province.Facilities[0];

        using var json = JsonDocument.Parse(PlainPayload.Of(played.Device<OutdoorSensorDevice>("NJ-01", "weather"), played.Time.GetUtcNow()));

        Assert.Equal(site.Outdoors.DryBulbCelsius, json.RootElement.GetProperty("temperatureC").GetDouble(), tolerance: 0.051);
        Assert.InRange(json.RootElement.GetProperty("humidityPct").GetDouble(), 25, 98);
    }

    [Fact]
    public void No_meter_has_a_rating_below_what_it_measures()
    {
        var played = new Played(racks: 600);
        played.Pass(TimeSpan.FromMinutes(1));

        Assert.All(played.Devices.Plant.OfType<MeterDevice>(), meter => Assert.InRange(meter.Measured.Milliwatts / 1_000.0, 1, meter.Rated));
    }
}
