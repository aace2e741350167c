using System.Reflection;
using DcOps.Collectors.Host.Sites;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Snmp.Polling;
using DcOps.Contracts.Collectors;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Host.Reporting;

/// <summary>What this collector has to say of itself.</summary>
sealed class CollectorAccount(string name, OutboxPump pump, ICollectorsAtWork collectors, TimeProvider time)
{
    static readonly string Version =
        typeof(CollectorAccount).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public CollectorReport Report()
    {
        var now = time.GetUtcNow();
        var delivery = DeliveryStatus.Of(pump);
        var devices = collectors.Snmp?.Devices ?? [];
        return new(
            name, Version, _startedAt, now, delivery.IsDelivering, delivery.WaitingBatches, delivery.WaitingBytes,
            delivery.WaitingBatches == 0 ? null : now - delivery.OldestAge, delivery.DroppedBatches,
            Counted(devices, device => KebabCase.Of(device.Standing)),
            Counted(devices.Where(IsFailing), device => device.Reason),
            Named(devices.Where(IsFailing).OrderBy(device => device.Since)),
            Named(devices.Where(device => device.PollTook is not null).OrderByDescending(device => device.PollTook)),
            [.. (collectors.Mqtt?.Brokers ?? []).Select(broker => new ReportedBroker(broker.Broker, KebabCase.Of(broker.State), broker.Since, broker.Reason))],
            collectors.Configuration);
    }

    static bool IsFailing(SnmpDeviceStatus device) => device.Standing is not (DeviceStanding.Answering or DeviceStanding.Waiting);

    static ImmutableArray<NamedCount> Counted(IEnumerable<SnmpDeviceStatus> devices, Func<SnmpDeviceStatus, string> word) =>
        [.. devices.CountBy(word, StringComparer.Ordinal).OrderByDescending(count => count.Value).Select(count => new NamedCount(count.Key, count.Value))];

    static ImmutableArray<ReportedDevice> Named(IEnumerable<SnmpDeviceStatus> devices) =>
    [
        .. devices.Take(CollectorReport.MostNamed).Select(status => new ReportedDevice(
            $"{status.Device}", status.Address, KebabCase.Of(status.Standing), status.Reason, status.Since, status.PollTook)),
    ];
}
