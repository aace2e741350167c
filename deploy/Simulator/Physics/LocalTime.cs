namespace DcOps.Simulator.Physics;

/// <summary>An instant as the site's wall clock has it (UTC+8 all year, no daylight saving since 1991).</summary>
/// <param name="Hour">Hour of the day with its fraction, 0 to 24.</param>
/// <param name="DayOfYear">Day of the year with its fraction, from 0.</param>
/// <param name="Weekend">1 on Saturday and Sunday, 0 on working days, a ramp of two hours around midnight between them.</param>
public readonly record struct LocalTime(double Hour, double DayOfYear, double Weekend)
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static LocalTime Of(DateTimeOffset instant)
    {
        var local = instant.ToOffset(Offset);
        var hour = local.TimeOfDay.TotalHours;
        var today = WeekendOf(local.DayOfWeek);
        var weekend = hour switch
        {
            < 1 => Blend(WeekendOf(local.AddDays(-1).DayOfWeek), today, 0.5 + (hour / 2)),
            > 23 => Blend(today, WeekendOf(local.AddDays(1).DayOfWeek), (hour - 23) / 2),
            _ => today,
        };
        return new(hour, local.DayOfYear - 1 + (hour / 24), weekend);
    }

    static double WeekendOf(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;

    static double Blend(double before, double after, double share) => before + ((after - before) * share);
}
