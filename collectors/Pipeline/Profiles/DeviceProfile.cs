using System.Collections.Concurrent;
using System.Collections.Frozen;
using DcOps.Collectors.Pipeline.Profiles.Layouts;
using DcOps.Collectors.Pipeline.Profiles.Rules;

namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>One device family as data: what to ask for, and what each answer means.</summary>
/// <remarks>Immutable and shared by every device of the family; a <see cref="ReadingNormaliser"/> per device applies it.</remarks>
public sealed class DeviceProfile
{
    /// <summary>Addresses of one family remembered at most: beyond, they are worked out anew each time.</summary>
    const int MostBindings = 200_000;

    readonly FrozenDictionary<string, PointRule> _rules;
    readonly FrozenSet<string> _startScalars;
    readonly FrozenSet<string> _startColumns;
    readonly ConcurrentDictionary<string, (PointBinding? Binding, bool IsRemembered)> _bindings = new(StringComparer.Ordinal);

    internal DeviceProfile(ProfileTitle title, Recognition recognition, SerialRule? serial, ImmutableArray<PointRule> rules)
    {
        Name = title.Name;
        Title = title.Title;
        Source = title.Source;
        Recognition = recognition;
        Serial = serial;
        Rules = rules;
        _rules = rules.ToFrozenDictionary(rule => rule.Address, StringComparer.Ordinal);
        Scalars = Polled(column: false);
        Columns = Polled(column: true);
        _startScalars = Start(Scalars);
        _startColumns = Start(Columns);
    }

    /// <summary>The profile's file name without ending, as configurations name it.</summary>
    public string Name { get; }

    /// <summary>The family in words.</summary>
    public string Title { get; }

    /// <summary>The text that the profile was written from: MIB and revision.</summary>
    public string Source { get; }

    public Recognition Recognition { get; }

    /// <summary>Instances to get, each once; scales, units and serial numbers included. sysUpTime is the poller's own and not among them.</summary>
    public ImmutableArray<PolledObject> Scalars { get; }

    /// <summary>Columns to walk, each once; scales and units included.</summary>
    public ImmutableArray<PolledObject> Columns { get; }

    internal SerialRule? Serial { get; }

    internal SharedLayouts Layouts { get; } = new();

    internal ImmutableArray<PointRule> Rules { get; }

    /// <summary>Of a family whose messages come by themselves and are read by a mapping: there is nothing to ask it for.</summary>
    public static DeviceProfile OfMapping(string name, string title) =>
        new(new(name, title, "mapping"), new Recognition([], [], null), serial: null, []);

    /// <summary>The rule and row of an address; null when the profile makes no point of it.</summary>
    internal PointBinding? Bind(string address) => Known(address).Binding;

    /// <summary>Whether a later message may leave this value out.</summary>
    internal bool IsRemembered(string address) => Known(address).IsRemembered;

    (PointBinding? Binding, bool IsRemembered) Known(string address)
    {
        if (_bindings.TryGetValue(address, out var known))
            return known;

        known = (Work(address), _startScalars.Contains(address) || ColumnOf(address, _startColumns) is not null);
        if (_bindings.Count < MostBindings)
            _bindings[address] = known;
        return known;
    }

    PointBinding? Work(string address)
    {
        if (_rules.TryGetValue(address, out var scalar))
            return scalar.Table is null ? new(scalar, RowIndex.None) : null;

        return ColumnOf(address, _rules) is { Table: { } table } rule && table.IndexOf(address[(rule.Address.Length + 1)..]) is { } index
            ? new(rule, index)
            : null;
    }

    static T? ColumnOf<T>(string address, FrozenDictionary<string, T> columns)
        where T : class
    {
        var lookup = columns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var cut = address.LastIndexOf('.'); cut > 0; cut = address.LastIndexOf('.', cut - 1))
        {
            if (lookup.TryGetValue(address.AsSpan(0, cut), out var found))
                return found;
        }

        return null;
    }

    static string? ColumnOf(string address, FrozenSet<string> columns)
    {
        var lookup = columns.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var cut = address.LastIndexOf('.'); cut > 0; cut = address.LastIndexOf('.', cut - 1))
        {
            if (lookup.TryGetValue(address.AsSpan(0, cut), out var found))
                return found;
        }

        return null;
    }

    ImmutableArray<PolledObject> Polled(bool column)
    {
        var cadences = new SortedDictionary<string, PollCadence>(StringComparer.Ordinal);
        foreach (var rule in Rules)
        {
            if (rule.Table is not null == column)
                Add(rule.Address, rule.Cadence);
            foreach (var (related, cadence) in rule.Related())
            {
                if (related.IsColumn == column)
                    Add(related.Address, cadence);
            }
        }

        if (Serial is { } serial && serial.IsPerMember == column)
            Add(serial.Address, PollCadence.Start);
        return [.. cadences.Select(entry => new PolledObject(entry.Key, entry.Value))];

        // Asked for by two rules, an object is asked as often as the more impatient wants.
        void Add(string address, PollCadence cadence) =>
            cadences[address] = cadences.TryGetValue(address, out var known) && known < cadence ? known : cadence;
    }

    static FrozenSet<string> Start(ImmutableArray<PolledObject> objects) =>
        objects.Where(polled => polled.Cadence == PollCadence.Start).Select(polled => polled.Address).ToFrozenSet(StringComparer.Ordinal);
}
