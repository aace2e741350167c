using System.Net;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>A notification that has been read and waits to be kept.</summary>
/// <param name="Reply">The acknowledgement of an inform; null for a trap.</param>
sealed record Arrival(DateTimeOffset At, IPEndPoint From, Notification Notification, byte[]? Reply)
{
    /// <summary>Whom it is about.</summary>
    public IPAddress About => Notification.Origin ?? From.Address;
}
