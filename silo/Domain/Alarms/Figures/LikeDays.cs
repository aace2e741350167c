using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Kpis;

namespace DcOps.Domain.Alarms.Figures;

/// <summary>The PUE of a facility's last week beside that of its own earlier days under like conditions.</summary>
public static class LikeDays
{
    /// <summary>Closed days that are compared with those before.</summary>
    public const int Present = 7;

    /// <summary>Like days that there must be at least.</summary>
    public const int Least = 7;

    /// <summary>Days between the present and the newest day of the baseline: a drift must not compare with itself.</summary>
    public const int Apart = 14;

    /// <summary>Where the weather is not known, how far from the same day of last year still is the same season.</summary>
    public const int Season = 21;

    /// <summary>Like days differ by less in their mean outdoor temperature, °C.</summary>
    public const double Celsius = 3;

    /// <summary>Null while there are not enough closed days. Ratios of sums, of one category throughout.</summary>
    /// <param name="days">Closed days, in any order.</param>
    public static PueComparison? Compare(IEnumerable<PueDay> days)
    {
        var all = days.OrderBy(day => day.Day).ToList();
        if (all.Count < Present)
            return null;

        var newest = all[^1];
        var present = all.FindAll(day => day.Figure.Category == newest.Figure.Category && day.Day > newest.Day.AddDays(-Present));
        var middle = newest.Day.AddDays(-Present / 2);
        double? outdoor = present.TrueForAll(day => day.Outdoor is not null) ? present.Average(day => day.Outdoor!.Value) : null;
        var like = all.FindAll(day => day.Figure.Category == newest.Figure.Category && day.Day <= newest.Day.AddDays(-Present - Apart)
            && (outdoor is { } now
                ? day.Outdoor is { } then && Math.Abs(now - then) <= Celsius
                : Math.Abs(day.Day.AddYears(1).DayNumber - middle.DayNumber) <= Season));
        return PueFigure.Sum(present.ConvertAll(day => day.Figure)) is not { Value: { } value } figure || like.Count < Least
            || PueFigure.Sum(like.ConvertAll(day => day.Figure)) is not { Value: { } baseline } before
            ? null
            : new PueComparison(value.Value, baseline.Value, Math.Min(figure.Completeness.Value, before.Completeness.Value));
    }
}
