namespace DcOps.Domain.Quality;

/// <summary>
/// What was counted of one point, device or facility over a period; tallies add up. A count that nobody took is 0 in both
/// of its members, and its measure is then not applicable.
/// </summary>
public readonly record struct PointTally
{
    /// <summary>Points declared.</summary>
    public long Points { get; init; }

    /// <summary>Points with a registered name, canonical unit, complete tags and a device in the asset register.</summary>
    public long PointsConforming { get; init; }

    /// <summary>Records that the poll intervals promise.</summary>
    public long Expected { get; init; }

    /// <summary>Records that came, duplicates included.</summary>
    public long Received { get; init; }

    /// <summary>Samples that came where a record holds many of them; 0 where each record is one.</summary>
    public long Samples { get; init; }

    /// <summary>Records whose point and instant had been seen.</summary>
    public long Duplicates { get; init; }

    /// <summary>Records that were refused.</summary>
    public long Rejected { get; init; }

    /// <summary>Mandatory fields of the records received.</summary>
    public long Fields { get; init; }

    /// <summary>Mandatory fields that were empty.</summary>
    public long FieldsEmpty { get; init; }

    /// <summary>Samples outside their physical range or faster than their rate limit.</summary>
    public long OutOfRange { get; init; }

    /// <summary>Payloads received.</summary>
    public long Payloads { get; init; }

    /// <summary>Payloads that could not be decoded.</summary>
    public long PayloadsBroken { get; init; }

    /// <summary>Pairs of the same quantity by two paths.</summary>
    public long Pairs { get; init; }

    /// <summary>Pairs that agree within the tolerance.</summary>
    public long PairsAgreeing { get; init; }

    /// <summary>Hours in which a parent meter was compared with its children.</summary>
    public long Balances { get; init; }

    /// <summary>Hours in which they agreed within the tolerance.</summary>
    public long BalancesHeld { get; init; }

    /// <summary>Samples whose arrival was noted; only of these can be said whether they came in time, in period and in order.</summary>
    public long Timed { get; init; }

    /// <summary>Samples that arrived within the limit after they were taken.</summary>
    public long OnTime { get; init; }

    /// <summary>Samples whose own time lies outside the period they were declared for.</summary>
    public long OutOfPeriod { get; init; }

    /// <summary>Samples older than one of the same series that was already stored.</summary>
    public long OutOfOrder { get; init; }

    /// <summary>Queries that probed the data.</summary>
    public long Probes { get; init; }

    /// <summary>Probes that were answered.</summary>
    public long ProbesAnswered { get; init; }

    /// <summary>Hours of the period.</summary>
    public long Hours { get; init; }

    /// <summary>Hours whose figures may be published.</summary>
    public long HoursUsable { get; init; }

    public static PointTally operator +(PointTally left, PointTally right) => new()
    {
        Points = left.Points + right.Points,
        PointsConforming = left.PointsConforming + right.PointsConforming,
        Expected = left.Expected + right.Expected,
        Received = left.Received + right.Received,
        Samples = left.Samples + right.Samples,
        Duplicates = left.Duplicates + right.Duplicates,
        Rejected = left.Rejected + right.Rejected,
        Fields = left.Fields + right.Fields,
        FieldsEmpty = left.FieldsEmpty + right.FieldsEmpty,
        OutOfRange = left.OutOfRange + right.OutOfRange,
        Payloads = left.Payloads + right.Payloads,
        PayloadsBroken = left.PayloadsBroken + right.PayloadsBroken,
        Pairs = left.Pairs + right.Pairs,
        PairsAgreeing = left.PairsAgreeing + right.PairsAgreeing,
        Balances = left.Balances + right.Balances,
        BalancesHeld = left.BalancesHeld + right.BalancesHeld,
        Timed = left.Timed + right.Timed,
        OnTime = left.OnTime + right.OnTime,
        OutOfPeriod = left.OutOfPeriod + right.OutOfPeriod,
        OutOfOrder = left.OutOfOrder + right.OutOfOrder,
        Probes = left.Probes + right.Probes,
        ProbesAnswered = left.ProbesAnswered + right.ProbesAnswered,
        Hours = left.Hours + right.Hours,
        HoursUsable = left.HoursUsable + right.HoursUsable,
    };
}
