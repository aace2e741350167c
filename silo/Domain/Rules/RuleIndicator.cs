namespace DcOps.Domain.Rules;

/// <summary>What a rule looks at.</summary>
public enum RuleIndicator : byte
{
    /// <summary>R_M2: electricity ratio from a year of metered energy; the annual PUE.</summary>
    AnnualRatio = 0,

    /// <summary>R_M1: electricity ratio from five characteristic operating points.</summary>
    CharacteristicRatio = 1,

    /// <summary>Racks in service over racks installed.</summary>
    RackOccupancy = 2,

    /// <summary>Racks installed over racks of the design.</summary>
    RackBuildOut = 3,

    /// <summary>IT energy over nameplate energy.</summary>
    ItLoad = 4,

    /// <summary>Renewable energy over facility energy.</summary>
    RenewableShare = 5,

    /// <summary>Standard racks of 2.5 kW.</summary>
    StandardRacks = 6,

    /// <summary>Grade by GB 40879, 1 is best.</summary>
    EfficiencyGrade = 7,

    /// <summary>Level by GB/T 44989.</summary>
    GreenLevel = 8,

    /// <summary>Years of stable operation.</summary>
    YearsOfOperation = 9,

    /// <summary>Load that can be shed on demand over the greatest load.</summary>
    DemandResponse = 10,

    /// <summary>Renewable share of twelve months over that of the twelve months before.</summary>
    RenewableGrowth = 11,

    /// <summary>1 where the facility has a supply and a metered boundary of its own, 0 where it has not.</summary>
    OwnBoundary = 12,
}
