namespace DcOps.Collectors.Mqtt.Configuration;

/// <summary>Which MQTT to speak.</summary>
public enum ProtocolChoice : byte
{
    Auto = 0,
    Mqtt5 = 1,
    Mqtt311 = 2,
}
