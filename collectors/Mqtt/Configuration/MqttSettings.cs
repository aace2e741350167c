using DcOps.Collectors.Mqtt.Connecting;
using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>The section <c>mqtt</c>, checked and made ready.</summary>
/// <param name="Mappings">Those in use, in the order of the configuration; none of the format Sparkplug.</param>
/// <param name="Placements">By source.</param>
sealed record MqttSettings(
    ImmutableArray<(BrokerSection Section, BrokerSettings Broker)> Brokers,
    ImmutableArray<PayloadMapping> Mappings,
    IReadOnlyDictionary<string, DevicePlacement> Placements,
    ImmutableArray<(SparkplugSection Section, BrokerSettings Broker, PayloadMapping Mapping)> Sparkplug);
