using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The product's collector over the simulated devices, with the product's profile for them.</summary>
static class Collectors
{
    public static SnmpCollector Of(int devices, TimeSpan interval, IReadingSink sink)
    {
        var profile = Profile();
        var credentials = new SnmpCredentials(SnmpVersion.V2c, "public", null, "");
        var settings = Enumerable.Range(0, devices).Select(device => new SnmpDeviceSettings(
            new Device("pdu-a", Location.Parse(LocationOf(device)), profile, 11_000),
            Address(device),
            credentials));
        return new(
            new(interval, new(TimeSpan.FromSeconds(1), Retries: 2) { Deadline = interval }, [.. settings]),
            sink,
            TimeProvider.System,
            NullLogger<SnmpCollector>.Instance);
    }

    public static DeviceProfile Profile() =>
        ProfileLibrary.Load(Path.Combine(Tools.Root(), "collectors", "Profiles")).TryGet("apc-rpdu2", out var profile)
            ? profile
            : throw new InvalidOperationException("The profile apc-rpdu2 is gone.");

    static DeviceAddress Address(int device) => new(Agents.AddressOf(device).Address.ToString(), Agents.Port);

    public static string LocationOf(int device) =>
        string.Create(CultureInfo.InvariantCulture, $"NJ-01/R{(device / 200) + 1:000}/A{(device % 200) + 1:000}");
}
