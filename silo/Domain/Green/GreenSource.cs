namespace DcOps.Domain.Green;

/// <summary>What green electricity is made of.</summary>
public enum GreenSource : byte
{
    /// <summary>Wind, sun, water, biomass.</summary>
    Renewable = 0,

    /// <summary>Nuclear: free of carbon in the market-based method, not renewable.</summary>
    NonFossil = 1,
}
