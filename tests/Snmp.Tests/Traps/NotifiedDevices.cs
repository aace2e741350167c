using System.Net;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Snmp.Tests.Traps;

/// <summary>One configured device, at the loopback address.</summary>
sealed class NotifiedDevices : INotifiedDevices
{
    readonly Device _device = new("ups-1", Location.Parse("NJ-01"), DeviceProfile.OfMapping("ups", "UPS"), 1_000);
    readonly TaskCompletionSource<IPAddress> _hastened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first device that is to be polled at once: that comes after the acknowledgement, which a sender may have read by then.</summary>
    public Task<IPAddress> Hastened => _hastened.Task;

    public Device? At(IPAddress address) => IPAddress.IsLoopback(address) ? _device : null;

    public void Hasten(IPAddress address) => _hastened.TrySetResult(address);
}
