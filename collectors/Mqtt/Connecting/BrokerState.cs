namespace DcOps.Collectors.Mqtt.Connecting;

/// <summary>How a connection to a broker stands.</summary>
public enum BrokerState : byte
{
    /// <summary>Not tried yet.</summary>
    Idle = 0,

    Connected = 1,

    /// <summary>Nothing answers at the address, or what answers is no broker.</summary>
    Unreachable = 2,

    /// <summary>The broker refuses us: user, password, certificate or client id.</summary>
    Refused = 3,

    /// <summary>Connected, but the broker lets us subscribe to nothing.</summary>
    SubscriptionRefused = 4,

    /// <summary>Was connected; the next attempt is due.</summary>
    Lost = 5,

    Stopped = 6,
}
