namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>Why a value in a payload became a bad reading without value.</summary>
public enum ValueFault : byte
{
    None = 0,

    /// <summary>Not a number where one belongs, or text that no state table knows.</summary>
    WrongType = 1,

    /// <summary>NaN, an infinity, or a number beyond what a double holds.</summary>
    NotFinite = 2,

    /// <summary>A number that the quantity cannot have, as a humidity of 250 %.</summary>
    Implausible = 3,
}
