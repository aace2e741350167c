namespace DcOps.Domain.Facilities;

/// <summary>Two sides of a ratio other than the PUE, paired interval by interval.</summary>
public enum PairKind : byte
{
    /// <summary>Energy used outside the boundary, over E_DC.</summary>
    ReuseOverFacility = 0,

    /// <summary>Heat removed, over the electricity of the cooling.</summary>
    HeatOverCooling = 1,

    /// <summary>UPS output over UPS input.</summary>
    UpsOutputOverInput = 2,

    /// <summary>On-site renewable generation over E_DC.</summary>
    RenewableOverFacility = 3,

    /// <summary>Pumps of the coolant loops over E_IT at the first declared category.</summary>
    CoolantPumpsOverIt = 4,
}
