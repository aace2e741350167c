using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>Figures, dates and verdicts as the regulator's pages write them.</summary>
public static class ComplianceText
{
    const int Digits = 3;
    const int MostDigits = 6;

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    /// <summary>
    /// A ratio to three digits, or to as many as it takes not to look like the limit that it differs from: verdicts compare
    /// without rounding.
    /// </summary>
    public static string Pue(this Wording words, double? value, decimal? limit = null)
    {
        if (value is not { } known)
            return Wording.NoValue;

        var digits = Digits;
        while (digits < MostDigits && limit is { } line && known != (double)line && Math.Round(known, digits) == Math.Round((double)line, digits))
            digits++;
        return words.Number(known, digits);
    }

    /// <summary>As in <c>[1.571, 1.623]</c>; an end that missing data leaves open is named so.</summary>
    public static string Interval(this Wording words, ExactRatio? low, ExactRatio? high) => low is null && high is null
        ? ""
        : $"[{words.Pue(low?.Value)}, {(high is { } end ? words.Pue(end.Value) : "∞")}]";

    /// <summary>Energy in kWh to a tenth, always: columns must be comparable.</summary>
    public static string KilowattHours(this Wording words, Energy energy) => words.Number(energy.WattHours / 1e3, 1);

    public static string Limit(this Wording words, decimal? limit) =>
        limit is { } known ? known.ToString("0.00##", words.Culture) : Wording.NoValue;

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Date(DateOnly? date) => date is { } known ? Date(known) : Wording.NoValue;

    /// <summary>Local date of an instant.</summary>
    public static string Day(DateTimeOffset at) => Date(Calendar.LocalDate(at));

    /// <summary>Last local day of a period that ends before an instant.</summary>
    public static string LastDay(DateTimeOffset end) => Date(Calendar.LocalDate(end).AddDays(-1));

    public static string Month(DateTimeOffset at) => Calendar.LocalDate(at).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>What a period is and from which to which day it reaches.</summary>
    public static string Period(this Wording words, ReportPeriod period) => words[
        $"Period.{period.Span}", period.Text, Day(period.Period.From), LastDay(period.Period.To)];

    /// <summary>The layout's groups have names in both languages; any other stands as it was declared.</summary>
    public static string Group(this Wording words, string key, Designation name) => key switch
    {
        "dual-core" or "three-zones" or "four-bases" => words[$"Group.{key}"],
        _ => words.Name(name),
    };

    /// <summary>Limit or value in the digits that its indicator is counted in.</summary>
    public static string Measured(this Wording words, double? value, RuleIndicator indicator, decimal? limit = null) => indicator switch
    {
        _ when value is null => Wording.NoValue,
        RuleIndicator.AnnualRatio or RuleIndicator.CharacteristicRatio => words.Pue(value, limit),
        RuleIndicator.StandardRacks or RuleIndicator.EfficiencyGrade or RuleIndicator.GreenLevel or RuleIndicator.YearsOfOperation
            or RuleIndicator.OwnBoundary =>
            words.Number(value.Value, 0),
        _ => words.Percent(new Ratio(value.Value)),
    };

    public static string Limit(this Wording words, decimal? limit, RuleIndicator indicator) =>
        indicator is RuleIndicator.AnnualRatio or RuleIndicator.CharacteristicRatio
            ? words.Limit(limit)
            : words.Measured((double?)limit, indicator);

    public static string Verdict(this Wording words, ListedVerdict verdict) => words[$"Verdict.{verdict}"];

    public static string Verdict(this Wording words, RuleOutcome outcome) => words.Verdict((ListedVerdict)outcome);

    public static string Grade(this Wording words, int? grade) => grade switch
    {
        null => Wording.NoValue,
        0 => words["Pue.BelowGrades"],
        { } known => words["Pue.GradeOf", known],
    };

    public static string Category(this Wording words, PueCategory category) => words[$"Pue.Category{(int)category}"];

    public static string Project(this Wording words, ProjectKind? project) =>
        project is { } known ? words[$"Project.{known}"] : Wording.NoValue;

    /// <summary>Null where a rule's value was read in its own text; else how it was established.</summary>
    public static string? Doubt(this Wording words, Verification verification) =>
        verification == Verification.Verified ? null : words[$"Verification.{verification}"];

    public static string Quality(this Wording words, IntervalQuality quality) => words[$"Interval.{quality}"];

    public static string Role(this Wording words, MeterRole role) => words[$"Role.{role}"];
}
