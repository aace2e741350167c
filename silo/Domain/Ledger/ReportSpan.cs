namespace DcOps.Domain.Ledger;

/// <summary>Over what a figure is asked for.</summary>
public enum ReportSpan : byte
{
    /// <summary>The last twelve closed months.</summary>
    TrailingYear = 0,

    /// <summary>A calendar year.</summary>
    Year = 1,
    Month = 2,
    Day = 3,
}
