using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>What the rows of a table say of the device as a whole, where they add up.</summary>
/// <param name="Rows">Of the points, in the order of the message.</param>
/// <param name="IsWhole">Whether there are as many rows as there have ever been: with fewer, one is missing and the sum unknown.</param>
readonly record struct RowSum(ImmutableArray<int> Rows, bool IsWhole)
{
    public FoundValue Of(ReadOnlySpan<FoundValue> points)
    {
        if (!IsWhole)
            return FoundValue.Unknown;

        var sum = 0.0;
        var quality = ReadingQuality.Good;
        foreach (var row in Rows)
        {
            if (points[row] is not { Value: { } value, Quality: not ReadingQuality.Bad } found)
                return FoundValue.Unknown;

            sum += value;
            quality = found.Quality > quality ? found.Quality : quality;
        }

        return new(sum, quality);
    }

    public bool Equals(RowSum other) => IsWhole == other.IsWhole && Rows.AsSpan().SequenceEqual(other.Rows.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Rows.Length, IsWhole);
}
