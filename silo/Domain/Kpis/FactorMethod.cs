namespace DcOps.Domain.Kpis;

/// <summary>What an emission factor stands for.</summary>
public enum FactorMethod : byte
{
    /// <summary>Average of a grid: the location-based method.</summary>
    Location = 0,

    /// <summary>Average without market-traded non-fossil electricity: the rest in the market-based method.</summary>
    Residual = 1,

    /// <summary>Average of fossil generation.</summary>
    Fossil = 2,
}
