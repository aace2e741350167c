using System.Net;
using DcOps.Collectors.Pipeline.Devices;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>The devices that notifications may be of.</summary>
interface INotifiedDevices
{
    /// <summary>Null when no configured device has the address; the first of the configuration where several have it.</summary>
    Device? At(IPAddress address);

    /// <summary>Has what is at the address polled at once, when it has not just been; nothing where there is no device.</summary>
    void Hasten(IPAddress address);
}
