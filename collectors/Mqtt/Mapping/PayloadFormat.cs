namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>How a payload is written.</summary>
public enum PayloadFormat : byte
{
    Json = 0,

    /// <summary>One number or word and nothing else; its path is <c>$</c>.</summary>
    Scalar = 1,

    /// <summary>Sparkplug B; a point's path is the metric's name.</summary>
    Sparkplug = 2,

    /// <summary>Retained descriptions of entities, by Home Assistant's MQTT discovery: they tell topics, paths and units.</summary>
    HomeAssistant = 3,
}
