namespace DcOps.Simulator.Years;

/// <summary>What goes wrong with a meter in a played year.</summary>
public enum YearFaultKind
{
    /// <summary>No reading for hours; the register counts on.</summary>
    Silence,

    /// <summary>Readings that come days after their time.</summary>
    LateDelivery,

    /// <summary>The register is set to zero, and the meter notes when.</summary>
    Reset,

    /// <summary>The register is set to zero, and nobody says so.</summary>
    UntoldReset,

    /// <summary>Another meter with a serial and a position of its own takes its place.</summary>
    MeterChange,

    /// <summary>One reading far above what can have flowed.</summary>
    Spike,

    /// <summary>One reading a step below the one before.</summary>
    Jitter,

    /// <summary>One reading sent twice.</summary>
    Repetition,
}
