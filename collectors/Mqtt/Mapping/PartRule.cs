using System.Globalization;
using DcOps.Collectors.Mqtt.Topics;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Which part of the device a point belongs to: <c>total</c>, <c>phase-2</c>, <c>outlet-{n+1}</c>, <c>phase-*</c>.</summary>
sealed class PartRule
{
    readonly PartKind _kind;
    readonly TopicTemplate? _index;

    PartRule(PartKind kind, TopicTemplate? index, bool isEach)
    {
        _kind = kind;
        _index = index;
        IsEach = isEach;
    }

    /// <summary>One part for each element of an array.</summary>
    public bool IsEach { get; }

    /// <summary>Captures that the topic must have.</summary>
    public IEnumerable<string> Captures => _index?.Names ?? [];

    /// <exception cref="FormatException">The text is no part.</exception>
    public static PartRule Parse(string text)
    {
        if (text == "total")
            return new(PartKind.Total, null, isEach: false);

        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0 || !KebabCase.TryParse<PartKind>(text[..hyphen], out var kind) || kind == PartKind.Total)
            throw new FormatException($"'{text}' is not a part: total, phase-2, outlet-{{n+1}} or phase-*.");

        var index = text[(hyphen + 1)..];
        if (index == "*")
            return new(kind, null, isEach: true);

        var template = TopicTemplate.Parse(index);
        return template.Names.Any() || TryNumber(index, out _)
            ? new(kind, template, isEach: false)
            : throw new FormatException($"'{text}' does not end in a number, a capture or *.");
    }

    /// <summary>The point of a source; null when a capture that should be a number is none.</summary>
    public PointId? PointOf(string device, Quantity quantity, TopicCaptures captures)
    {
        if (_index is null)
            return PointId.Total(device, quantity);
        return TryNumber(_index.Expand(captures), out var index) ? new(device, _kind, index, quantity) : null;
    }

    /// <summary>The point of an element; the total for the value that is no array.</summary>
    public PointId PointOf(string device, Quantity quantity, int number) =>
        number == 0 ? PointId.Total(device, quantity) : new(device, _kind, (ushort)number, quantity);

    static bool TryNumber(string? text, out ushort number) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
