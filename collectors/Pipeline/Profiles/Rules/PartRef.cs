using System.Globalization;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A part of a device: <c>total</c>, or kind and number as in <c>battery-1</c>.</summary>
readonly record struct PartRef(PartKind Kind, ushort Number)
{
    public static PartRef Total => default;

    public static bool TryParse(string text, out PartRef part)
    {
        part = default;
        var hyphen = text.LastIndexOf('-');
        ushort number = 0;
        if (hyphen >= 0 && !ushort.TryParse(text.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;

        if (!KebabCase.TryParse<PartKind>(hyphen < 0 ? text : text[..hyphen], out var kind) || (kind == PartKind.Total) != (hyphen < 0))
            return false;

        part = new(kind, number);
        return true;
    }
}
