namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>What the bits of raw registers are.</summary>
public enum WordForm : byte
{
    Float32 = 0,
    Int16 = 1,
    Uint16 = 2,
    Int32 = 3,
    Uint32 = 4,
    Float64 = 5,
    Int64 = 6,
    Uint64 = 7,
}
