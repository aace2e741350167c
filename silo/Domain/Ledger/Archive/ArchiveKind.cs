namespace DcOps.Domain.Ledger.Archive;

/// <summary>What an archive keeps. Numbers are stored: they never change their meaning.</summary>
public enum ArchiveKind : short
{
    /// <summary>The meter registry as applied.</summary>
    MeterRegistry = 1,

    /// <summary>A closed day.</summary>
    ClosedDay = 2,

    /// <summary>A closed month.</summary>
    ClosedMonth = 3,

    /// <summary>A closed year.</summary>
    ClosedYear = 4,

    /// <summary>What a closed month was measured to be; years are summed from it.</summary>
    MonthMeasure = 5,

    /// <summary>A correction after each step.</summary>
    Correction = 6,

    /// <summary>A filed statement.</summary>
    Statement = 7,

    /// <summary>A file of a filed statement.</summary>
    StatementFile = 8,

    /// <summary>A consolidation plan after each step.</summary>
    ConsolidationPlan = 9,

    /// <summary>Mean outdoor temperature of a local day.</summary>
    OutdoorDay = 10,

    /// <summary>A stretch in which what is known has changed after it was closed.</summary>
    Change = 11,

    /// <summary>Up to which change closed periods were restated.</summary>
    Settled = 12,

    /// <summary>A maintenance window that a person added, after each step.</summary>
    MaintenanceWindow = 13,

    /// <summary>A hand-over list that the next operator has read.</summary>
    ShiftChange = 14,
}
