using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms;

/// <summary>One typed argument of a text.</summary>
/// <param name="Name">As it stands between braces in the wording.</param>
/// <param name="Value">NaN never; null where the argument is a name, or where the value is not known.</param>
/// <param name="Text">Of a name or a term; null otherwise.</param>
/// <param name="Quantity">Of a measured value; fixes its unit.</param>
[GenerateSerializer, Immutable, Alias("TextArgument")]
public readonly record struct TextArgument(
    [property: Id(0)] string Name,
    [property: Id(1)] ArgumentKind Kind,
    [property: Id(2)] double? Value,
    [property: Id(3)] string? Text,
    [property: Id(4)] Quantity Quantity)
{
    public static TextArgument OfName(string name, string text) => new(name, ArgumentKind.Name, null, text, Quantity.None);

    public static TextArgument OfTerm(string name, string term) => new(name, ArgumentKind.Term, null, term, Quantity.None);

    public static TextArgument OfNumber(string name, double? value) => new(name, ArgumentKind.Number, value, null, Quantity.None);

    public static TextArgument OfShare(string name, double? value) => new(name, ArgumentKind.Share, value, null, Quantity.None);

    public static TextArgument Of(string name, Quantity quantity, double? value) =>
        new(name, ArgumentKind.Measured, value, null, quantity);

    public static TextArgument Of(string name, TimeSpan? duration) =>
        new(name, ArgumentKind.Duration, duration?.TotalSeconds, null, Quantity.None);

    public static TextArgument Of(string name, DateTimeOffset at) =>
        new(name, ArgumentKind.Instant, at.ToUnixTimeSeconds(), null, Quantity.None);

    public static TextArgument OfEnergy(string name, double? wattHours) =>
        new(name, ArgumentKind.Energy, wattHours, null, Quantity.None);
}
