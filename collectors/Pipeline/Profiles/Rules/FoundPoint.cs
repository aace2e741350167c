using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A raw value with its rule, its row and its canonical value.</summary>
/// <param name="Number">Of the part, offset of its member included.</param>
/// <param name="Traits">Not null exactly for energy registers whose scale is known; its point is not yet set.</param>
readonly record struct FoundPoint(
    RawValue Raw,
    PointBinding Binding,
    Meaning Meaning,
    int Number,
    double? Value,
    ReadingQuality Quality,
    RegisterTraits? Traits)
{
    /// <summary>The device as a whole, unless several rows make it up.</summary>
    public bool IsRowOfTotal => Binding.Rule is { Table.Part: PartKind.Total, Part.Kind: PartKind.Total } && Meaning.Part is null && Meaning.RowPart is null;
}
