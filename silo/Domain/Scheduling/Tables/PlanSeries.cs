namespace DcOps.Domain.Scheduling.Tables;

/// <summary>What a row of <see cref="PlanTables.Series"/> gives.</summary>
enum PlanSeries
{
    /// <summary>IT kW that runs in any case.</summary>
    BaseKw,

    /// <summary>IT kW that may run.</summary>
    LimitKw,

    /// <summary>CNY per kWh; may be negative.</summary>
    Price,

    /// <summary>g CO2 per kWh.</summary>
    Carbon,

    /// <summary>Units of a pool that are free; instead of the pool's own constant.</summary>
    FreeCpu,
    FreeGpu,
    FreeHpc,
    FreeStorage,
}
