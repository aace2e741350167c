using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>A province: the scope of scheduling, as people write it: <c>JS</c>.</summary>
[GenerateSerializer, Immutable, Alias("ProvinceId")]
public readonly record struct ProvinceId
{
    ProvinceId(string value) => Value = value;

    [Id(0)]
    public string Value { get; private init; }

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static ProvinceId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a province code ({Code.Form}).");

    public static bool TryParse([NotNullWhen(true)] string? text, out ProvinceId id)
    {
        id = text is not null && Code.IsWellFormed(text) ? new(text) : default;
        return id != default;
    }

    public override string ToString() => Value;
}
