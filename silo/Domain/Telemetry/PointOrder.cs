using System.Runtime.InteropServices;

namespace DcOps.Domain.Telemetry;

/// <summary>Readings in the order of their point's text, as pages list them.</summary>
public static class PointOrder
{
    public static ImmutableArray<Reading> Sorted(ReadOnlySpan<Reading> readings)
    {
        var sorted = readings.ToArray();
        Array.Sort(Array.ConvertAll(sorted, reading => reading.Point.ToString()), sorted, StringComparer.Ordinal);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }
}
