using System.Diagnostics.CodeAnalysis;

namespace DcOps.Domain.Topology;

/// <summary>A city of the province, as people write it: <c>NJ</c>.</summary>
[GenerateSerializer, Immutable, Alias("CityCode")]
public readonly record struct CityCode
{
    CityCode(string value) => Value = value;

    [Id(0)]
    public string Value { get; private init; }

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static CityCode Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a city code ({Code.Form}).");

    public static bool TryParse([NotNullWhen(true)] string? text, out CityCode id)
    {
        id = text is not null && Code.IsWellFormed(text) ? new(text) : default;
        return id != default;
    }

    public override string ToString() => Value;
}
