using DcOps.Domain.Topology;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Years;

/// <summary>Draws a meter's faults of a year from a seed: every kind once in each third of a year, never two at a time.</summary>
public static class YearFaults
{
    static readonly TimeSpan Slot = TimeSpan.FromDays(15);
    static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    /// <summary>By time; each in a fortnight of its own, with a day of peace at both ends.</summary>
    public static ImmutableArray<YearFault> Of(
        FacilityId facility, string meter, DateTimeOffset from, DateTimeOffset to, ulong seed)
    {
        var key = SeededNoise.Key(seed, $"{facility.Value}/{meter} faults");
        var kinds = Enum.GetValues<YearFaultKind>();
        var turn = (int)SeededNoise.Between(key, 0, kinds.Length);
        var faults = ImmutableArray.CreateBuilder<YearFault>();
        for (var slot = 0; from + (Slot * (slot + 1)) <= to; slot++)
        {
            var own = SeededNoise.Key(key, $"slot {slot}");
            var kind = kinds[(slot + turn) % kinds.Length];
            var start = from + (Slot * slot) + (Margin / 2) + ((Slot - (Margin * 2)) * SeededNoise.Unit(own));
            faults.Add(new(facility, meter, kind, start, start + (Longest(kind) * SeededNoise.Between(own ^ 1, 0.1, 1))));
        }

        return faults.DrainToImmutable();
    }

    static TimeSpan Longest(YearFaultKind kind) => kind switch
    {
        YearFaultKind.Silence => TimeSpan.FromHours(20),
        YearFaultKind.LateDelivery => TimeSpan.FromHours(24),
        _ => TimeSpan.Zero,
    };
}
