using System.Globalization;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Layout;

/// <summary>Lays out a province: half as many cities as data centres, at most thirteen; racks dealt out by weight.</summary>
public static class ProvinceGenerator
{
    /// <summary>Racks of a site never run full all at once.</summary>
    const double Diversity = 0.85;

    const int SparkplugFacility = 3;

    /// <exception cref="ArgumentException">The size cannot be laid out.</exception>
    public static ProvincePlan Generate(LayoutSize size, ulong seed)
    {
        if (size.Fault is { } fault)
            throw new ArgumentException(fault, nameof(size));

        var cities = JiangsuCities.All[..Math.Clamp((size.Facilities + 1) / 2, 1, JiangsuCities.All.Length)];
        var sketches = Enumerable.Range(0, size.Facilities).Select(number => FacilitySketch.Of(number, seed)).ToList();
        var racks = DealOut(size.Racks, [.. sketches.Select(sketch => sketch.Weight)]);
        var addresses = new LoopbackAddresses();
        return new(seed, size,
        [
            .. sketches.Select((sketch, number) => Facility(
                sketch,
                cities[number % cities.Length],
                ordinal: (number / cities.Length) + 1,
                racks[number],
                addresses,
                speaksSparkplug: number == SparkplugFacility)),
        ]);
    }

    static FacilityPlan Facility(
        FacilitySketch sketch, SimulatedCity city, int ordinal, int racks, LoopbackAddresses addresses, bool speaksSparkplug)
    {
        var id = FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"{city.City.Code.Value}-{ordinal:00}"));
        var rooms = RoomGenerator.Generate(id, sketch.Kind, racks);
        var capacity = new Power(Math.Round(rooms.Sum(room => room.Racks.Sum(rack => rack.Provisioned.Watts)) * Diversity));
        var upsRated = new Power(new SitePhysics(sketch.Kind, capacity.Watts, sketch.Age).UpsRatedWatts);
        return new(
            id,
            city,
            SiteNames.OfFacility(city.City.Name, sketch.Kind, ordinal),
            sketch.Kind,
            sketch.Age,
            sketch.Fill,
            capacity,
            rooms,
            [.. DeviceGenerator.Devices(id, sketch.Kind, rooms, upsRated, addresses)],
            [.. DeviceGenerator.Meters(capacity, upsRated)],
            speaksSparkplug);
    }

    // Each its floor first, the rest by cumulative weight, so that the parts add up to the whole.
    static int[] DealOut(int racks, double[] weights)
    {
        var floor = LayoutSize.FewestRacksOfFacility;
        var rest = racks - (floor * weights.Length);
        var total = weights.Sum();
        var dealt = new int[weights.Length];
        var sum = 0.0;
        var given = 0;
        for (var number = 0; number < weights.Length; number++)
        {
            sum += weights[number];
            var upTo = (int)Math.Round(rest * sum / total);
            dealt[number] = floor + upTo - given;
            given = upTo;
        }

        return dealt;
    }
}
