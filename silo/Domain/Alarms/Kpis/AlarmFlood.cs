namespace DcOps.Domain.Alarms.Kpis;

/// <summary>A stretch in which alarms came faster than a person can read them (ISA-18.2; vectors A02, A06).</summary>
/// <param name="FirstBin">Index of the first bin.</param>
/// <param name="Bins">How many; the one that ended it is not in it.</param>
public readonly record struct AlarmFlood(int FirstBin, int Bins)
{
    /// <summary>More than this many in a bin begin a flood.</summary>
    public const int Begins = 10;

    /// <summary>Fewer than this many in a bin end it.</summary>
    public const int Ends = 5;

    public static readonly TimeSpan Bin = TimeSpan.FromMinutes(10);

    public TimeSpan Duration => Bins * Bin;

    /// <summary>By time. A flood at the end of the row is as long as the row shows.</summary>
    /// <param name="counts">Annunciated alarms of consecutive bins.</param>
    public static ImmutableArray<AlarmFlood> Find(ReadOnlySpan<int> counts)
    {
        var floods = ImmutableArray.CreateBuilder<AlarmFlood>();
        int? first = null;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (first is null && counts[bin] > Begins)
                first = bin;
            if (first is not { } began || counts[bin] >= Ends)
                continue;

            floods.Add(new(began, bin - began));
            first = null;
        }

        if (first is { } open)
            floods.Add(new(open, counts.Length - open));
        return floods.ToImmutable();
    }

    /// <summary>Bins with more alarms than begin a flood, over all; null where there is no bin.</summary>
    public static double? OverfullShare(ReadOnlySpan<int> counts)
    {
        var overfull = 0;
        foreach (var count in counts)
            overfull += count > Begins ? 1 : 0;
        return counts.Length == 0 ? null : (double)overfull / counts.Length;
    }
}
