namespace DcOps.Collectors.Snmp.Polling;

/// <summary>How we stand with a device.</summary>
public enum DeviceStanding : byte
{
    /// <summary>Not polled yet.</summary>
    Waiting = 0,
    Answering,

    /// <summary>No answer: device, network, or a community that it does not know.</summary>
    Silent,

    /// <summary>It answers that it will not: user, password, context.</summary>
    Refusing,

    /// <summary>What comes back cannot be read or not be believed.</summary>
    Unusable,

    /// <summary>Our own network will not send there, or nobody knows its name.</summary>
    Unreachable,
}
