using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking.Scripts;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What one kind of poll asks of a device family, in wire form. Immutable, shared by all devices of the family.</summary>
sealed class PollPlan
{
    /// <summary>sysUpTime.0 (RFC 3418): in every poll, since a step back means a restart.</summary>
    public static readonly ObjectIdentifier SysUpTime = ObjectIdentifier.Parse("1.3.6.1.2.1.1.3.0");

    // Non-repeaters enlarge every GETBULK response; more of them are better off in a GET of their own.
    const int MostRiders = 12;

    public PollPlan(IEnumerable<PolledObject> scalars, IEnumerable<ColumnPlan> columns, AddressBook addresses)
    {
        Scalars = [SysUpTime, .. scalars.Select(scalar => ObjectIdentifier.Parse(scalar.Address)).Where(name => name != SysUpTime)];
        ScalarAddresses = [.. Scalars.Select(name => addresses.Of(name.Encoded).Address)];
        Columns = [.. columns];
        Addresses = addresses;
        Riders = Columns.Length == 0 || Scalars.Length > MostRiders || Scalars.Any(name => name.Encoded[^1] != 0)
            ? []
            : [.. Scalars.Select(ParentOf)];
    }

    /// <summary>Instances; sysUpTime first.</summary>
    public ImmutableArray<ObjectIdentifier> Scalars { get; }

    /// <summary>In the order of <see cref="Scalars"/>.</summary>
    public ImmutableArray<string> ScalarAddresses { get; }

    public ImmutableArray<ColumnPlan> Columns { get; }

    /// <summary>Whether this asks for sysUpTime alone.</summary>
    public bool IsProbe => Scalars.Length == 1 && Columns.IsEmpty;

    public AddressBook Addresses { get; }

    public SharedScripts Scripts { get; } = new();

    /// <summary>
    /// Names whose successors are the scalars, to ride along in the first GETBULK and save an exchange;
    /// empty when they cannot: no column, too many, or one that is no scalar.
    /// </summary>
    public ImmutableArray<ObjectIdentifier> Riders { get; }

    static ObjectIdentifier ParentOf(ObjectIdentifier instance) =>
        ObjectIdentifier.TryDecode(instance.Encoded[..^1], out var parent) ? parent : instance;
}
