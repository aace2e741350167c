using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>How a row of a table is addressed.</summary>
/// <param name="Position">Of the table in its profile.</param>
/// <param name="Components">How many components an index has.</param>
/// <param name="TakesRest">Whether the last component is all that follows: a text, or another object identifier.</param>
/// <param name="Member">Position of the component that counts the members of a chain; null when there is none.</param>
/// <param name="FirstMember">Number of the first member.</param>
/// <param name="Weights">By position of the component, 0 where it does not matter; default when the index' fingerprint is the number.</param>
/// <param name="Offset">Added to every number.</param>
sealed record TableRule(
    int Position,
    int Components,
    bool TakesRest,
    int? Member,
    int FirstMember,
    PartKind Part,
    ImmutableArray<int> Weights,
    int Offset,
    ImmutableArray<Quantity> Totals)
{
    /// <summary>Parts of the second member of a chain count on from here, when one device stands for the whole chain.</summary>
    const int NumbersPerMember = 1_000;

    /// <summary>Where the device says a row's member; null when the index does.</summary>
    public RelatedObject? MemberObject { get; init; }

    /// <summary>Where the device says a row's number; null when the index does.</summary>
    public RelatedObject? NumberObject { get; init; }

    /// <summary>Null when what follows the column is no index of this table.</summary>
    public RowIndex? IndexOf(string written)
    {
        var parts = TakesRest ? written.Split('.', Components) : written.Split('.');
        // Some agents write a scalar's .0 behind every instance of a table too.
        var surplus = parts.Length == Components + 1 && parts[^1] == "0" ? ".0" : "";
        var index = new RowIndex([.. parts.Take(Components)], surplus);
        return parts.Length == Components + (surplus.Length / 2) && AreNumbers(index) ? index : null;
    }

    public int? MemberOf(in RowIndex index) => Member is { } position ? index.NumberAt(position) : null;

    /// <summary>Number of the row's part within its member; null when the index has none.</summary>
    public int? NumberOf(in RowIndex index)
    {
        if (Weights.IsDefault)
            return index.Fingerprint();

        var number = 0;
        for (var position = 0; position < Weights.Length; position++)
        {
            if (Weights[position] == 0)
                continue;
            if (index.NumberAt(position) is not { } component)
                return null;
            number += Weights[position] == 1 ? component : Weights[position] * (component - 1);
        }

        return number;
    }

    /// <summary>What keeps the parts of the members of one chain apart.</summary>
    public int OffsetOf(int? member) => member is { } number ? (number - FirstMember) * NumbersPerMember : 0;

    bool AreNumbers(in RowIndex index)
    {
        for (var position = 0; position < Components - (TakesRest ? 1 : 0); position++)
        {
            if (index.NumberAt(position) is null)
                return false;
        }

        return true;
    }
}
