using System.Globalization;

namespace DcOps.Collectors.Pipeline.Telemetry;

/// <summary>One value as the device said it: no scale, no unit, no sentinel taken out.</summary>
/// <remarks>Object identifiers are text in dotted form without leading dot; octet strings are text.</remarks>
public readonly record struct RawValue
{
    RawValue(string address, RawKind kind, double number, string? text)
    {
        Address = address;
        Kind = kind;
        Number = number;
        Text = text;
    }

    /// <summary>SNMP: the instance's object identifier in dotted form without leading dot.</summary>
    public string Address { get; }

    public RawKind Kind { get; }

    /// <summary>0 unless <see cref="Kind"/> is <see cref="RawKind.Number"/>.</summary>
    public double Number { get; }

    /// <summary>Null unless <see cref="Kind"/> is <see cref="RawKind.Text"/>.</summary>
    public string? Text { get; }

    /// <summary>Integers up to 2^53 are kept exactly. NaN and infinities become absent: no device means them as a value.</summary>
    public static RawValue Of(string address, double number) =>
        double.IsFinite(number) ? new(address, RawKind.Number, number, null) : Absent(address);

    public static RawValue Of(string address, string text) => new(address, RawKind.Text, 0, text);

    public static RawValue Absent(string address) => new(address, RawKind.Absent, 0, null);

    public override string ToString() => Kind switch
    {
        RawKind.Number => string.Create(CultureInfo.InvariantCulture, $"{Address}={Number}"),
        RawKind.Text => $"{Address}='{Text}'",
        _ => $"{Address} absent",
    };
}
