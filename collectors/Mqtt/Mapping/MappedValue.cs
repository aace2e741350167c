using System.Globalization;
using System.Text.Json;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>What a payload's value turned out to be, in the device's own unit.</summary>
/// <param name="Number">Null when the device said "not available", and when there is a fault.</param>
public readonly record struct MappedValue(double? Number, ValueFault Fault)
{
    public static readonly MappedValue Missing;

    public static MappedValue Of(ValueFault fault) => new(null, fault);

    public static MappedValue Of(double number) =>
        double.IsFinite(number) ? new(number, ValueFault.None) : Of(ValueFault.NotFinite);

    /// <param name="states">Codes of the texts a state has; null for a number.</param>
    public static MappedValue Read(JsonElement value, MissingMarks missing, IReadOnlyDictionary<string, double>? states) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Missing,
            JsonValueKind.Number when states is null => OfNumber(value.GetDouble(), missing),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => OfText(value.GetRawText(), missing, states),
            JsonValueKind.String => OfText(value.GetString()!, missing, states),
            _ => Of(ValueFault.WrongType),
        };

    public static MappedValue OfNumber(double number, MissingMarks missing) => missing.Has(number) ? Missing : Of(number);

    public static MappedValue OfText(string text, MissingMarks missing, IReadOnlyDictionary<string, double>? states)
    {
        if (missing.Has(text))
            return Missing;
        if (states is not null)
            return states.TryGetValue(text, out var code) ? Of(code) : Of(ValueFault.WrongType);

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? OfNumber(number, missing)
            : Of(ValueFault.WrongType);
    }
}
