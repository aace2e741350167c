using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>A value of a message that the profile knows, with its rule and its row.</summary>
/// <param name="Member">Of the chain; null when the rule knows no members.</param>
/// <param name="Number">Of the part, offset of its member included.</param>
readonly record struct FoundPoint(int Position, PointBinding Binding, Meaning Meaning, int? Member, int Number)
{
    /// <summary>The device as a whole, unless several rows make it up.</summary>
    public bool IsRowOfTotal => Binding.Rule is { Table.Part: PartKind.Total, Part.Kind: PartKind.Total } && Meaning.Part is null && Meaning.RowPart is null;
}
