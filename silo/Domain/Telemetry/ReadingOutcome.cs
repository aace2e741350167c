namespace DcOps.Domain.Telemetry;

/// <summary>What a fold did with one reading; each is a label of a counter.</summary>
public enum ReadingOutcome : byte
{
    Accepted = 0,

    /// <summary>Not newer than its point's last: changed nothing.</summary>
    Stale = 1,

    /// <summary>Quality bad, or no value: remembered as such, in no total.</summary>
    Unusable = 2,

    /// <summary>Observed more than the allowed skew ahead of its arrival: refused.</summary>
    FromTheFuture = 3,

    /// <summary>A register step above what the rating allows (spike): refused, the last good value stands.</summary>
    Implausible = 4,

    /// <summary>Observed before 2020, or more than 35 days before its arrival (a device clock that was never set): refused.</summary>
    TooOld = 5,

    /// <summary>The location already has as many points as it may: refused, nothing is pushed out.</summary>
    Excess = 6,
}
