using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// How much more or less a weather-dependent meter uses on a day than on the days its estimate is drawn from: mean energy of
/// the days of the four weeks before whose outdoor temperature was alike, over the mean of the same weekdays among them.
/// </summary>
/// <param name="days">
/// Mean outdoor temperature, °C, and energy, Wh, of whole days by local date; a day not known is left out.
/// </param>
public sealed class WeatherScale(IReadOnlyDictionary<DateOnly, (double Celsius, long WattHours)> days)
{
    /// <summary>How far apart temperatures may lie to count as alike, K.</summary>
    public const double Alike = 1.5;

    /// <summary>The scale of a meter's own known days.</summary>
    /// <param name="outdoor">Mean outdoor temperature of local days, °C.</param>
    public static WeatherScale Of(EnergySeries series, IReadOnlyDictionary<DateOnly, double> outdoor, BusinessCalendar calendar)
    {
        var days = new Dictionary<DateOnly, (double, long)>();
        foreach (var day in calendar.DaysOf(series.Period))
        {
            var date = calendar.LocalDate(day.From);
            var (from, to) = (series.IndexOf(day.From), series.IndexOf(day.To));
            if (from >= 0 && to <= series.Count && outdoor.TryGetValue(date, out var celsius)
                && !series.Qualities[from..to].ContainsAny(IntervalQuality.Estimated, IntervalQuality.Missing))
                days[date] = (celsius, series.TotalOf(day).WattHours);
        }

        return new(days);
    }

    /// <param name="day">The day whose energy is missing.</param>
    /// <param name="celsius">Its mean outdoor temperature.</param>
    /// <returns>1 when too little is known to say.</returns>
    public double Of(DateOnly day, double celsius)
    {
        var before = Enumerable.Range(1, WeekFill.Weeks * 7).Select(back => day.AddDays(-back)).Where(days.ContainsKey).ToList();
        var alike = before.Where(each => Math.Abs(days[each].Celsius - celsius) <= Alike).ToList();
        var sameWeekday = before.Where(each => each.DayOfWeek == day.DayOfWeek).ToList();
        if (alike.Count == 0 || sameWeekday.Count == 0)
            return 1;

        var usual = sameWeekday.Average(each => days[each].WattHours);
        return usual > 0 ? alike.Average(each => days[each].WattHours) / usual : 1;
    }
}
