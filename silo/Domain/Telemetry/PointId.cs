using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DcOps.Domain.Telemetry;

/// <summary>
/// One measured value of a device at a location, as in <c>pdu-a/phase-2/current</c>.
/// Part <see cref="PartKind.Total"/> has index 0 and is written <c>pdu-a/total/active-power</c>.
/// </summary>
/// <param name="Device">Name of the device, unique at its location: small letters, digits and hyphens.</param>
/// <param name="Index">Number of the part as the device counts it; 0 for the total.</param>
[GenerateSerializer, Immutable, Alias("PointId")]
public readonly record struct PointId(
    [property: Id(0)] string Device,
    [property: Id(1)] PartKind Part,
    [property: Id(2)] ushort Index,
    [property: Id(3)] Quantity Quantity)
{
    public static PointId Total(string device, Quantity quantity) => new(device, PartKind.Total, 0, quantity);

    /// <exception cref="FormatException">The text is not of this form; the message quotes it.</exception>
    public static PointId Parse(string text) =>
        TryParse(text, out var point)
            ? point
            : throw new FormatException($"'{text}' is not a point of the form device/part/quantity, as in pdu-a/phase-2/current.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PointId point)
    {
        point = default;
        if (text?.Split('/') is not [{ Length: > 0 } device, var part, var quantityName])
            return false;

        var hyphen = part.LastIndexOf('-');
        var index = 0;
        if (hyphen >= 0 && !int.TryParse(part.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out index))
            return false;

        if (!KebabCase.TryParse<PartKind>(hyphen < 0 ? part : part[..hyphen], out var kind)
            || !KebabCase.TryParse<Quantity>(quantityName, out var quantity)
            || index > ushort.MaxValue)
            return false;

        point = new(device, kind, (ushort)index, quantity);
        return true;
    }

    public override string ToString() => Part == PartKind.Total
        ? $"{Device}/total/{KebabCase.Of(Quantity)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Device}/{KebabCase.Of(Part)}-{Index}/{KebabCase.Of(Quantity)}");
}
