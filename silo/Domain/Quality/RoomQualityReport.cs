using DcOps.Domain.Topology;

namespace DcOps.Domain.Quality;

/// <summary>What a room knows of its points' quality.</summary>
/// <param name="At">As of when, UTC.</param>
/// <param name="Days">By day, then class.</param>
/// <param name="Points">Points by class, in the order of the classes.</param>
/// <param name="Racks">Racks that have a point of the class, likewise.</param>
/// <param name="Suspicions">By rack; as many as a person would look at.</param>
[GenerateSerializer, Immutable, Alias("RoomQualityReport")]
public sealed record RoomQualityReport(
    [property: Id(0)] RoomId Room,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] ImmutableArray<QualityDay> Days,
    [property: Id(3)] ImmutableArray<int> Points,
    [property: Id(4)] ImmutableArray<int> Racks,
    [property: Id(5)] ImmutableArray<PointSuspicion> Suspicions)
{
    /// <summary>Counts of a class over the local days of a period; null when no day of it was counted.</summary>
    public PointTally? TallyOf(PointClass of, BusinessPeriod period, BusinessCalendar calendar)
    {
        var days = DaysOf(of, period, calendar).ToList();
        if (days.Count == 0)
            return null;

        long Sum(QualityCount count) => days.Sum(day => (long)day[count]);
        var (samples, broken) = (Sum(QualityCount.Samples), Sum(QualityCount.Refused) + Sum(QualityCount.OutOfPeriod));
        return new()
        {
            Points = Points[(int)of],
            PointsConforming = Points[(int)of],
            Expected = Racks[(int)of] * days.Sum(day => RecordsDue(of, day, calendar)),
            Received = Sum(QualityCount.Records),
            Samples = samples,
            Duplicates = Sum(QualityCount.Duplicates),
            Rejected = broken,
            Fields = samples,
            FieldsEmpty = Sum(QualityCount.Empty),
            OutOfRange = Sum(QualityCount.OutOfRange),
            Timed = samples,
            OnTime = Sum(QualityCount.OnTime),
            OutOfPeriod = Sum(QualityCount.OutOfPeriod),
            OutOfOrder = Sum(QualityCount.OutOfOrder),
        };
    }

    /// <summary>Readings of a class by time on their way, over the local days of a period.</summary>
    public ImmutableArray<long> ArrivalsOf(PointClass of, BusinessPeriod period, BusinessCalendar calendar)
    {
        var sum = new long[ArrivalClasses.Count];
        foreach (var day in DaysOf(of, period, calendar))
        {
            for (var index = 0; index < Math.Min(sum.Length, day.Arrivals.Length); index++)
                sum[index] += day.Arrivals[index];
        }

        return [.. sum];
    }

    public IEnumerable<QualityDay> DaysOf(PointClass of, BusinessPeriod period, BusinessCalendar calendar) => Days.Where(day =>
        day.Class == of && calendar.Day(day.Day) is var span && span.From >= period.From && span.To <= period.To);

    // The first day of all begins with what came first; of the running day only what is over is due.
    long RecordsDue(PointClass of, QualityDay day, BusinessCalendar calendar)
    {
        var span = calendar.Day(day.Day);
        var isFirst = !Days.Any(other => other.Class == of && other.DayNumber < day.DayNumber);
        var from = isFirst && day[QualityCount.FirstRecord] > 0 ? span.From + (RoomQuality.Record * (day[QualityCount.FirstRecord] - 1)) : span.From;
        var to = span.To < At ? span.To : At;
        return Math.Max(0, (to - from).Ticks / RoomQuality.Record.Ticks);
    }
}
