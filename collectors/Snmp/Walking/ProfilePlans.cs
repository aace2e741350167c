using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>The three kinds of poll of one profile.</summary>
sealed class ProfilePlans
{
    public ProfilePlans(DeviceProfile profile)
        : this(profile.Scalars, profile.Columns)
    {
    }

    public ProfilePlans(ImmutableArray<PolledObject> scalars, ImmutableArray<PolledObject> polledColumns)
    {
        var addresses = new AddressBook();
        var tables = new Dictionary<ObjectIdentifier, int>();
        var columns = polledColumns.Select((column, number) =>
        {
            var name = ObjectIdentifier.Parse(column.Address);
            var parts = name.ToSubidentifiers();
            var row = ObjectIdentifier.Of(parts.AsSpan(0, parts.Length - 1));
            tables.TryAdd(row, tables.Count);
            return (column.Cadence, Plan: new ColumnPlan(name, number, tables[row]));
        }).ToArray();

        Columns = columns.Length;
        Full = new(scalars, columns.Select(column => column.Plan), addresses);
        Regular = new(
            scalars.Where(scalar => scalar.Cadence == PollCadence.Poll),
            columns.Where(column => column.Cadence == PollCadence.Poll).Select(column => column.Plan),
            addresses);
        Probe = new([], [], addresses);
    }

    /// <summary>Number of the family's columns.</summary>
    public int Columns { get; }

    /// <summary>With what changes only at a restart: at first, after a restart, once a day.</summary>
    public PollPlan Full { get; }

    public PollPlan Regular { get; }

    /// <summary>sysUpTime alone: is the silent device back?</summary>
    public PollPlan Probe { get; }
}
