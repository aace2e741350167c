using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>
/// The values of one message by address, and behind them what earlier messages said; notes which of its values decide what
/// becomes of the others.
/// </summary>
sealed class LayoutValues
{
    readonly Dictionary<string, int> _positions;
    readonly Dictionary<string, RawValue> _remembered;
    readonly ImmutableArray<RawValue> _values;
    readonly SortedDictionary<(int Position, bool IsUnitAlone), LayoutGuard> _guards = [];

    public LayoutValues(ImmutableArray<RawValue> values, Dictionary<string, RawValue> remembered)
    {
        _values = values;
        _remembered = remembered;
        _positions = new(values.Length, StringComparer.Ordinal);
        for (var position = 0; position < values.Length; position++)
            _positions[values[position].Address] = position;
    }

    /// <summary>Those asked for so far, by position.</summary>
    public ImmutableArray<LayoutGuard> Guards => [.. _guards.Values];

    /// <summary>For what may differ from message to message without anything becoming another point.</summary>
    public Neighbour Of(string address) =>
        _positions.TryGetValue(address, out var position) ? new(position, null)
        : _remembered.TryGetValue(address, out var known) ? new(-1, known)
        : new(-1, null);

    /// <summary>Null when there is no such value, or one without content.</summary>
    public RawValue? Said(string address)
    {
        var neighbour = Of(address);
        if (neighbour.Position >= 0)
            _guards[(neighbour.Position, false)] = new(neighbour.Position, _values[neighbour.Position], IsUnitAlone: false);
        return neighbour.Said(_values.AsSpan());
    }

    /// <summary>Null when there is no such value or it is no number, written out or not.</summary>
    public double? NumberAt(string address) => Said(address) is { } said ? Neighbour.NumberOf(said) : null;

    /// <summary>The text behind the number that is said at the position, as a code; null when there is none.</summary>
    public RawValue? UnitBehind(int position)
    {
        _guards[(position, true)] = new(position, _values[position], IsUnitAlone: true);
        var unit = Rules.PointRule.UnitBehind(_values[position]);
        return unit.IsEmpty ? null : RawValue.Of(_values[position].Address, unit.ToString());
    }
}
