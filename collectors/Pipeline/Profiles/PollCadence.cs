namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>How often an object is worth asking for.</summary>
public enum PollCadence : byte
{
    /// <summary>In every poll.</summary>
    Poll = 0,

    /// <summary>At the first poll, after the device restarted, and once a day: scales, units, serial numbers.</summary>
    Start = 1,
}
