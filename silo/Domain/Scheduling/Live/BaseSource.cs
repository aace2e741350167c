namespace DcOps.Domain.Scheduling.Live;

/// <summary>Where a facility's base load over the plan comes from.</summary>
public enum BaseSource
{
    /// <summary>P90 of a forecast by the same time of earlier days.</summary>
    Forecast,

    /// <summary>Less than three days are known: the highest of the last day throughout.</summary>
    MeasuredPeak,

    /// <summary>Nothing is known: as the tables say.</summary>
    Tables,
}
