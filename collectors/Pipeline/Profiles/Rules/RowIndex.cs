using System.Globalization;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A row's index: one part for each component that the table names, and what the agent writes behind them all.</summary>
/// <param name="Parts">Decimal digits; the last may be several numbers with dots, when the table takes the rest as one.</param>
/// <param name="Surplus">Mostly nothing; with its dot when there is something.</param>
readonly record struct RowIndex(ImmutableArray<string> Parts, string Surplus)
{
    const uint FirstHash = 2_166_136_261;
    const uint HashFactor = 16_777_619;

    /// <summary>Of a scalar.</summary>
    public static RowIndex None => new([], "");

    /// <summary>Null when the part is no number, or one beyond any index.</summary>
    public int? NumberAt(int position) =>
        int.TryParse(Parts[position], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>
    /// The number itself when the index is one that fits; else 16 bits of the index' FNV-1a hash: the same after every restart,
    /// and two rows of forty share one in one device of a hundred.
    /// </summary>
    public int Fingerprint()
    {
        if (Parts.Length == 1 && NumberAt(0) is { } number and <= ushort.MaxValue)
            return number;

        var hash = FirstHash;
        foreach (var part in Parts)
        {
            foreach (var letter in part)
                hash = (hash ^ letter) * HashFactor;
            hash = (hash ^ '.') * HashFactor;
        }

        return (int)((hash >> 16) ^ (hash & ushort.MaxValue));
    }
}
