using DcOps.Collectors.Mqtt.Publishing;
using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Mqtt;

/// <summary>JSON of the mapping <c>plain</c>: one message for each device that is not silent.</summary>
public sealed class PlainProtocol(
    FacilityId facility, ImmutableArray<SimulatedDevice> devices, BrokerAddress broker, TimeProvider time) : IPlantProtocol
{
    public PublisherSettings Session { get; } = new(broker.Host, broker.Port, $"gateway-{facility.Value}");

    public Task GreetAsync(PublisherLink link, CancellationToken cancellationToken) => ReportAsync(link, cancellationToken);

    string TopicOf(SimulatedDevice device) =>
        device.Location.IsPlant ? $"dc/{facility.Value}/plant/{device.Name}" : $"dc/{device.Location.Path}/{device.Name}";

    public async Task ReportAsync(PublisherLink link, CancellationToken cancellationToken)
    {
        foreach (var device in devices.Where(device => !device.IsSilent))
        {
            var message = new PublishedMessage(TopicOf(device), PlainPayload.Of(device, time.GetUtcNow()));
            if (!await link.TryPublishAsync(message, cancellationToken))
                return;
        }
    }
}
