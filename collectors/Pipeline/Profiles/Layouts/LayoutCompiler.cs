using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Layouts;

/// <summary>Works out what becomes of every value of a message.</summary>
sealed class LayoutCompiler
{
    /// <summary>Sums come after every object that speaks of the whole itself, and in the order of the tables.</summary>
    const int LastInOrder = 1_000_000;

    readonly Device _device;
    readonly ImmutableArray<RawValue> _raw;
    readonly RowCensus _census;
    readonly LayoutValues _values;
    readonly Dictionary<(PartRef Part, Quantity Quantity), int> _slotOf = [];
    readonly List<(PartRef Part, Quantity Quantity, List<SlotSource> Sources)> _slots = [];
    readonly List<RowSum> _sums = [];

    LayoutCompiler(Device device, ImmutableArray<RawValue> raw, Dictionary<string, RawValue> remembered, RowCensus census)
    {
        _device = device;
        _raw = raw;
        _census = census;
        _values = new(raw, remembered);
    }

    /// <param name="remembered">Of earlier messages.</param>
    /// <param name="hasMoreRows">Whether a table has more rows than ever: other layouts of the device no longer hold.</param>
    public static AnswerLayout Compile(
        Device device, ImmutableArray<RawValue> raw, Dictionary<string, RawValue> remembered, RowCensus census, out bool hasMoreRows)
    {
        var growths = census.Growths;
        var layout = new LayoutCompiler(device, raw, remembered, census).Compile();
        hasMoreRows = census.Growths != growths;
        return layout;
    }

    AnswerLayout Compile()
    {
        var found = Find();
        var single = _census.RowsOfTotal(found);
        ImmutableArray<SettledPoint> points = [.. found.Select(point => Settle(point, single))];
        for (var index = 0; index < points.Length; index++)
            Add(points[index].Part, points[index].Quantity, new(index, points[index].Rule.Order, points[index].Register is not null));
        Sum(found, points);
        var uptime = _values.Of(ReadingNormaliser.UptimeAddress);
        var saysUptime = SaysUptime(uptime);
        if (saysUptime)
            Add(PartRef.Total, Quantity.Uptime, new(points.Length + _sums.Count, 0, IsRegister: false));
        var serials = points.Select(point => point.Register?.Serial).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Shape = [.. _raw.Select(value => (value.Address, value.Kind))],
            Guards = _values.Guards,
            Remembered = [.. Positions(value => value.Kind != RawKind.Absent && _device.Profile.IsRemembered(value.Address))],
            Points = points,
            Sums = [.. _sums],
            Uptime = saysUptime ? uptime : null,
            Slots = [.. _slots.Select(slot => new PointSlot(slot.Part, slot.Quantity, [.. slot.Sources]))],
            RegisterSlots = [.. Enumerable.Range(0, _slots.Count).Where(slot => _slots[slot].Sources.Exists(source => source.IsRegister))],
            SaysSerial = _raw.Any(value => serials.Contains(value.Address)),
        };
    }

    List<FoundPoint> Find()
    {
        var found = new List<FoundPoint>(_raw.Length);
        for (var position = 0; position < _raw.Length; position++)
        {
            if (_raw[position].Kind == RawKind.Absent
                || _device.Profile.Bind(_raw[position].Address)?.For(_values) is not { } binding || binding.MeaningIn(_values) is not { } meaning)
                continue;

            var member = binding.MemberIn(_values);
            var isOwn = _device.Member is not { } own || member is null || own == member;
            var number = binding.NumberIn(_values) + (_device.Member is null && binding.Rule.Table is { } table ? table.OffsetOf(member) : 0);
            if (isOwn && number is >= 0 and <= ushort.MaxValue)
                found.Add(new(position, binding, meaning, member, number.Value));
        }

        return found;
    }

    SettledPoint Settle(FoundPoint found, HashSet<int> single)
    {
        var (part, quantity) = PointOf(found, single);
        return found.Binding.Settle(found, part, quantity, _device.Profile.Serial, _values);
    }

    (PartRef Part, Quantity Quantity) PointOf(in FoundPoint found, HashSet<int> single)
    {
        var quantity = found.Meaning.Quantity;
        if (found.Meaning.Part is { } named)
            return (named, quantity);

        if (found.IsRowOfTotal)
        {
            return single.Contains(found.Binding.Rule.Table!.Position)
                ? (PartRef.Total, quantity)
                : (new(PartKind.Input, (ushort)found.Number), quantity);
        }

        var part = found.Meaning.RowPart ?? found.Binding.Rule.Part.Kind;
        var isInlet = quantity == Quantity.Temperature && part == PartKind.Sensor && _device.InletSensors.Contains(found.Number);
        return (new(part, (ushort)found.Number), isInlet ? Quantity.InletTemperature : quantity);
    }

    // Of the device as a whole: the sum of what adds up, the worst of conditions.
    void Sum(List<FoundPoint> found, ImmutableArray<SettledPoint> points)
    {
        var rows = Enumerable.Range(0, found.Count).Where(index => IsSummed(found[index]))
            .GroupBy(index => (Table: found[index].Binding.Rule.Table!.Position, found[index].Meaning.Quantity)).ToList();
        foreach (var row in rows)
        {
            var order = LastInOrder + row.Key.Table;
            if (row.Key.Quantity == Quantity.Condition)
            {
                foreach (var index in row)
                    Add(PartRef.Total, Quantity.Condition, new(index, order, IsRegister: false));
                continue;
            }

            ImmutableArray<int> members = [.. row];
            Add(PartRef.Total, row.Key.Quantity, new(points.Length + _sums.Count, order, members.All(index => points[index].Register is not null)));
            _sums.Add(new(members, _census.IsWhole(row.Key.Table, row.Key.Quantity, members.Length)));
        }
    }

    static bool IsSummed(in FoundPoint found)
    {
        var quantity = found.Meaning.Quantity;
        return found.Binding.Rule.Table is { } table
            && (table.Totals.Contains(quantity) || (found.IsRowOfTotal && (QuantityTraits.Of(quantity).IsAdditive || quantity == Quantity.Condition)));
    }

    bool SaysUptime(Neighbour uptime)
    {
        if (uptime.Position >= 0 && _raw[uptime.Position].Kind == RawKind.Number)
            return true;

        // Written out it may be a number today and none tomorrow: the text decides.
        return _values.NumberAt(ReadingNormaliser.UptimeAddress) is not null;
    }

    void Add(PartRef part, Quantity quantity, SlotSource source)
    {
        if (!_slotOf.TryGetValue((part, quantity), out var slot))
        {
            slot = _slotOf[(part, quantity)] = _slots.Count;
            _slots.Add((part, quantity, []));
        }

        _slots[slot].Sources.Add(source);
    }

    IEnumerable<int> Positions(Func<RawValue, bool> which) => Enumerable.Range(0, _raw.Length).Where(position => which(_raw[position]));
}
