using DcOps.Domain.Scheduling.Forecasts;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Scheduling.Live;

/// <summary>Base load over a plan by the quarter-hours that were measured.</summary>
public static class BaseForecast
{
    const int PerDay = 96;

    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>One point per slot; null while less than three days are known, or where the plan's step is no quarter-hour.</summary>
    public static ImmutableArray<ForecastPoint>? Of(ImmutableArray<LoadSample> load, DateTimeOffset startsAt, TimeSpan step, int slots)
    {
        if (step != Quarter || History(load) is not { } known)
            return null;

        var ahead = (int)((startsAt - known.From) / Quarter) - known.Values.Length;
        return ahead < 0
            ? Of(load.RemoveAll(sample => sample.From >= startsAt), startsAt, step, slots)
            : Model(known.From).Forecast(known.Values, ahead + slots) is { } points ? points[ahead..] : null;
    }

    /// <summary>How wrong such forecasts were, by hour ahead; empty while less than four days are known.</summary>
    public static ImmutableArray<LeadError> Errors(ImmutableArray<LoadSample> load, int hours) =>
        History(load) is { } known && known.Values.Length > 3 * PerDay ? Model(known.From).Errors(known.Values, hours) : [];

    static SeasonalForecast Model(DateTimeOffset from)
    {
        var first = Calendar.LocalDate(from);
        return new(PerDay, day => first.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <summary>From the beginning of the first day, one value per quarter-hour; null without samples.</summary>
    static (DateTimeOffset From, double?[] Values)? History(ImmutableArray<LoadSample> load)
    {
        if (load.IsEmpty)
            return null;

        var from = Calendar.DayOf(load.Min(sample => sample.From)).From;
        var values = new double?[(int)((load.Max(sample => sample.From) - from) / Quarter) + 1];
        foreach (var sample in load)
            values[(int)((sample.From - from) / Quarter)] = sample.HighestKw;
        return (from, values);
    }
}
