using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>How a row of a table is addressed.</summary>
/// <param name="Position">Of the table in its profile.</param>
/// <param name="Components">How many components an index has.</param>
/// <param name="Member">Position of the component that counts the members of a chain; null when there is none.</param>
/// <param name="FirstMember">Number of the first member.</param>
/// <param name="Weights">By position of the component; 0 where it does not matter.</param>
/// <param name="Offset">Added to every number.</param>
sealed record TableRule(
    int Position,
    int Components,
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

    public int? MemberOf(ReadOnlySpan<int> index) => Member is { } position ? index[position] : null;

    /// <summary>Number of the row's part within its member.</summary>
    public int NumberOf(ReadOnlySpan<int> index)
    {
        var number = 0;
        for (var position = 0; position < Weights.Length; position++)
            number += Weights[position] == 1 ? index[position] : Weights[position] * (index[position] - 1);
        return number;
    }

    /// <summary>What keeps the parts of the members of one chain apart.</summary>
    public int OffsetOf(int? member) => member is { } number ? (number - FirstMember) * NumbersPerMember : 0;
}
