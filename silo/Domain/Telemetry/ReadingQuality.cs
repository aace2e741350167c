namespace DcOps.Domain.Telemetry;

/// <summary>How far a reading may be trusted (OPC UA words).</summary>
public enum ReadingQuality : byte
{
    /// <summary>Measured and plausible.</summary>
    Good = 0,

    /// <summary>Measured, but a rule of the profile or the clock doubts it; shown, and marked.</summary>
    Uncertain = 1,

    /// <summary>Not usable: out of the physically possible; counted, never folded into a total.</summary>
    Bad = 2,
}
