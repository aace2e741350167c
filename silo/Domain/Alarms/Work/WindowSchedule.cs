using DcOps.Domain.Topology;

namespace DcOps.Domain.Alarms.Work;

/// <summary>When a maintenance window is open.</summary>
[GenerateSerializer, Immutable, Alias("WindowSchedule")]
public abstract record WindowSchedule
{
    WindowSchedule()
    {
    }

    /// <summary>The stretch that holds an instant; null when the window is closed then.</summary>
    /// <param name="triggeredAt">When the first problem came, for a flexible window; null before.</param>
    public abstract BusinessPeriod? OpenAt(DateTimeOffset now, DateTimeOffset? triggeredAt, BusinessCalendar calendar);

    /// <summary>When it can never be open again; null where it has no end.</summary>
    public abstract DateTimeOffset? EndsAt(BusinessCalendar calendar);

    [GenerateSerializer, Immutable, Alias("WindowSchedule.Fixed")]
    public sealed record Fixed([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To) : WindowSchedule
    {
        public override BusinessPeriod? OpenAt(DateTimeOffset now, DateTimeOffset? triggeredAt, BusinessCalendar calendar) =>
            now >= From && now < To ? new BusinessPeriod(From, To) : null;

        public override DateTimeOffset? EndsAt(BusinessCalendar calendar) => To;
    }

    /// <summary>Work that begins some time within a stretch: open from the first problem on, for so long.</summary>
    [GenerateSerializer, Immutable, Alias("WindowSchedule.Flexible")]
    public sealed record Flexible(
        [property: Id(0)] DateTimeOffset From,
        [property: Id(1)] DateTimeOffset To,
        [property: Id(2)] TimeSpan Duration) : WindowSchedule
    {
        public override BusinessPeriod? OpenAt(DateTimeOffset now, DateTimeOffset? triggeredAt, BusinessCalendar calendar) =>
            triggeredAt is not { } began ? now >= From && now < To ? new BusinessPeriod(From, To) : null
            : now >= began && now < began + Duration ? new BusinessPeriod(began, began + Duration)
            : null;

        public override DateTimeOffset? EndsAt(BusinessCalendar calendar) => To + Duration;
    }

    /// <summary>Every so many days of the week, from a local time on, for so long; over midnight where it is long.</summary>
    /// <param name="First">First local day.</param>
    /// <param name="Last">Last local day; null where it goes on.</param>
    [GenerateSerializer, Immutable, Alias("WindowSchedule.Recurring")]
    public sealed record Recurring(
        [property: Id(0)] ImmutableArray<DayOfWeek> Days,
        [property: Id(1)] TimeOnly LocalStart,
        [property: Id(2)] TimeSpan Duration,
        [property: Id(3)] DateOnly First,
        [property: Id(4)] DateOnly? Last) : WindowSchedule
    {
        public override BusinessPeriod? OpenAt(DateTimeOffset now, DateTimeOffset? triggeredAt, BusinessCalendar calendar)
        {
            for (var day = calendar.LocalDate(now - Duration); day <= calendar.LocalDate(now); day = day.AddDays(1))
            {
                if (!Days.Contains(day.DayOfWeek) || day < First || day > Last)
                    continue;
                var from = calendar.Day(day).From + LocalStart.ToTimeSpan();
                if (now >= from && now < from + Duration)
                    return new BusinessPeriod(from, from + Duration);
            }

            return null;
        }

        public override DateTimeOffset? EndsAt(BusinessCalendar calendar) => Last is { } last ? calendar.Day(last).To + Duration : null;
    }
}
