using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>One data centre building, as people write it: <c>NJ-01</c>.</summary>
[GenerateSerializer, Immutable, Alias("FacilityId")]
public readonly record struct FacilityId
{
    FacilityId(string value) => Value = value;

    [Id(0)]
    public string Value { get; private init; }

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static FacilityId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a facility id ({Code.Form}).");

    public static bool TryParse([NotNullWhen(true)] string? text, out FacilityId id)
    {
        id = text is not null && Code.IsWellFormed(text) ? new(text) : default;
        return id != default;
    }

    public override string ToString() => Value;
}
