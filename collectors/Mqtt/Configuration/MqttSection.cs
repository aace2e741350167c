using System.ComponentModel.DataAnnotations;
using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Section <c>mqtt</c>: brokers to subscribe at, and what their messages mean.</summary>
public sealed record MqttSection
{
    public const string Key = "mqtt";

    [MinLength(1, ErrorMessage = "must name at least one broker.")]
    public required ImmutableArray<BrokerSection> Brokers { get; init; }

    /// <summary>Names of the mappings in use, ready-made or from <see cref="Definitions"/>; the first that fits a topic reads it.</summary>
    public ImmutableArray<string> Mappings { get; init; } = ["plain"];

    /// <summary>Mappings of this site's own.</summary>
    public ImmutableArray<MappingDefinition> Definitions { get; init; } = [];

    /// <summary>Places of devices whose topics do not tell them.</summary>
    public ImmutableArray<MqttDeviceSection> Devices { get; init; } = [];

    /// <summary>Sparkplug B hosts to be; each is a session of its own at one of the brokers.</summary>
    public ImmutableArray<SparkplugSection> Sparkplug { get; init; } = [];
}
