namespace DcOps.Collectors.Snmp.Events;

/// <summary>Where a collector hands on what devices tell of their own accord.</summary>
public interface IEventSink
{
    /// <summary>Completes when the events would survive <c>kill -9</c> and a power cut: what may now be acknowledged to the device.</summary>
    /// <param name="events">In order of arrival; not empty.</param>
    /// <exception cref="IOException">The disk did not take them.</exception>
    Task KeepAsync(IReadOnlyList<DeviceEvent> events, CancellationToken cancellationToken);
}
