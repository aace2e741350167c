namespace DcOps.Collectors.Snmp.Events;

/// <summary>How grave a device's own event is, in the four levels that operators use.</summary>
public enum EventLevel : byte
{
    /// <summary>Of no weight by itself: a heartbeat, or unknown.</summary>
    None = 0,

    /// <summary>提示.</summary>
    Information,

    /// <summary>次要.</summary>
    Minor,

    /// <summary>重要.</summary>
    Major,

    /// <summary>紧急.</summary>
    Critical,

    /// <summary>Of the security of the device, not of the plant.</summary>
    Security,
}
