namespace DcOps.Collectors.Mqtt.Sparkplug.Wire;

/// <summary>How a protobuf field's value is written.</summary>
enum WireType : byte
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
