namespace DcOps.Domain.Metering;

/// <summary>What flows through a meter; its register counts the unit in the comment.</summary>
public enum MeterCarrier : byte
{
    /// <summary>Wh.</summary>
    Electricity = 0,

    /// <summary>Wh thermal.</summary>
    Heat = 1,

    /// <summary>L.</summary>
    Water = 2,

    /// <summary>L at standard conditions.</summary>
    NaturalGas = 3,

    /// <summary>L.</summary>
    Diesel = 4,

    /// <summary>g.</summary>
    Hydrogen = 5,

    /// <summary>L.</summary>
    Bioethanol = 6,
}
