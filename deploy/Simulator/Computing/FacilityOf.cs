using System.Globalization;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Simulator.Computing;

static class FacilityOf
{
    static readonly double[] KwPerUnit = [0.01, 0.8, 0.5, 0.02];
    static readonly double[] Share = [0.4, 0.35, 0.15, 0.1];

    public static (FacilityOffer Facility, List<CapacityOffer> Pools) Make(Random random, int index, ProvinceScene scene, int regions)
    {
        var rank = 100.0 * index / scene.Facilities;
        var megawatts = rank switch
        {
            < 2 => 50,
            < 10 => 15 + (10 * random.NextDouble()),
            < 40 => 3 + (4 * random.NextDouble()),
            _ => 0.4 + (1.1 * random.NextDouble()),
        };
        var isOld = rank >= 40;
        var (kilowatts, region) = (megawatts * 1000, index % regions);
        var used = 0.3 + (0.3 * random.NextDouble());
        var offset = (random.NextDouble() * 8) - 4;
        var load = Series(slot => kilowatts * used * (1 + (0.12 * Wave(slot, 14 + offset))));
        var heat = Series(slot => 14 + (7 * Wave(slot, 15)) + (region * 0.7));
        var facility = new FacilityOffer
        {
            Id = FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"DC-{index:000}")),
            Region = region,
            SecurityGrade = isOld ? 2 : 3 + random.Next(2),
            Curve = new(0.05 * kilowatts, (isOld ? 1.2 : 1.08) + (0.12 * random.NextDouble()), (0.05 + (0.05 * random.NextDouble())) / kilowatts),
            BaseKw = load,
            LimitKw = Series(slot => kilowatts * (0.92 - (0.006 * Math.Max(0, heat[slot] - 18)))),
            Price = Series(slot => Tariff(slot, region) * (0.95 + (region * 0.01))),
            Carbon = Series(slot => (region == regions - 1 ? 330 : 560 + (15 * region)) - ((80 + (20 * region)) * Math.Max(0, Wave(slot, 12.5)))),
            DemandCharge = scene.HasGridTerms ? 1.2 : 0,
            BilledPeakKw = scene.HasGridTerms ? 1.25 * kilowatts * used * 1.2 : 0,
            IsLowEfficiency = isOld,
        };

        // 15 % more units than the power could feed if every pool were full.
        var pools = new List<CapacityOffer>();
        for (var kind = 0; kind < 4; kind++)
        {
            if (kind is 1 or 2 && isOld && random.NextDouble() < 0.4)
                continue;
            var perUnit = KwPerUnit[kind] * (isOld ? 1.25 : 1) * (0.95 + (0.1 * random.NextDouble()));
            var units = Math.Floor(1.15 * Share[kind] * kilowatts * (1 - used) / perUnit);
            pools.Add(new(index, (PoolKind)kind, perUnit, [.. Enumerable.Repeat(units, ProvinceOf.Slots)], StacksOf(random, index)));
        }

        return (facility, pools);
    }

    /// <summary>Two of six software stacks; every region's first facility runs them all.</summary>
    static ImmutableArray<string> StacksOf(Random random, int index)
    {
        var first = random.Next(6);
        return index < 10 ? [] : [Stack(first), Stack((first + 1 + random.Next(5)) % 6)];
    }

    public static string Stack(int number) => string.Create(CultureInfo.InvariantCulture, $"S{number}");

    public static ImmutableArray<double> Series(Func<int, double> value) => [.. Enumerable.Range(0, ProvinceOf.Slots).Select(value)];

    /// <summary>1 at the given hour, −1 twelve hours away.</summary>
    public static double Wave(int slot, double hour) => Math.Cos(2 * Math.PI * ((slot / 4.0) - hour) / 24);

    /// <summary>CNY per kWh: valley at night, flat, peak, and a sharp peak in the early evening.</summary>
    public static double Tariff(int slot, int region) => ((slot / 4.0) - (0.1 * region)) switch
    {
        < 7 => 0.32,
        < 10 => 0.62,
        < 12 => 0.95,
        < 17 => 0.62,
        < 19 => 1.12,
        < 22 => 0.95,
        _ => 0.5,
    };
}
