namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>One device family as data: what to ask for, and what each answer means.</summary>
/// <remarks>Immutable and shared by every device of the family; a <see cref="ReadingNormaliser"/> per device applies it.</remarks>
public sealed class DeviceProfile
{
    /// <summary>The profile's file name without ending, as configurations name it.</summary>
    public required string Name { get; init; }

    /// <summary>The family in words.</summary>
    public required string Title { get; init; }

    public required Recognition Recognition { get; init; }

    /// <summary>Instances to get, each once; scales, units and serial numbers included. sysUpTime is the poller's own and not among them.</summary>
    public required ImmutableArray<PolledObject> Scalars { get; init; }

    /// <summary>Columns to walk, each once; scales and units included.</summary>
    public required ImmutableArray<PolledObject> Columns { get; init; }
}
