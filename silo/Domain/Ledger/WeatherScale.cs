namespace DcOps.Domain.Ledger;

/// <summary>
/// How much more or less a weather-dependent meter uses on a day than on the days its estimate is drawn from: mean energy of
/// the days of the four weeks before whose outdoor temperature was alike, over the mean of the same weekdays among them.
/// </summary>
/// <param name="days">Mean outdoor temperature, °C, and energy, Wh, of whole days by local date; a day not known is left out.</param>
public sealed class WeatherScale(IReadOnlyDictionary<DateOnly, (double Celsius, long WattHours)> days)
{
    /// <summary>How far apart temperatures may lie to count as alike, K.</summary>
    public const double Alike = 1.5;

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
