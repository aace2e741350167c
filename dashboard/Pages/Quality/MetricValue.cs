using DcOps.Domain.Metering;
using DcOps.Domain.Quality;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Quality;

/// <summary>One measure of a tally, and how much it asks for a person.</summary>
/// <param name="Value">A share from 0 to 1, seconds, or points from 0 to 100, as the metric has it; null where nothing was counted.</param>
public readonly record struct MetricValue(QualityMetric Metric, double? Value)
{
    /// <summary>Shares from 0 to 1, seconds and points from which a value is worth a look, and from which it is wrong.</summary>
    static readonly Dictionary<QualityMetric, (double Worth, double Wrong)> Limits = new()
    {
        [QualityMetric.Completeness] = (0.9, 0.6),
        [QualityMetric.Lateness] = (Timeliness.LiveLimit.TotalSeconds, Timeliness.QuarterLimit.TotalSeconds),
        [QualityMetric.OutOfRange] = (0.001, 0.01),
        [QualityMetric.ClockSkew] = (60, ClockCheck.MostSkew.TotalSeconds),
        [QualityMetric.Duplicates] = (0.01, 0.1),
        [QualityMetric.Score] = (90, 60),
    };

    public bool IsWrong => Value is { } value && Exceeds(value, Limits[Metric].Wrong);

    public bool IsWorthALook => Value is { } value && Exceeds(value, Limits[Metric].Worth);

    public static (double Worth, double Wrong) LimitsOf(QualityMetric metric) => Limits[metric];

    public static MetricValue Of(QualityMetric metric, in PointTally tally, QualityScore score, QualityTiming? timing) => new(metric, metric switch
    {
        QualityMetric.Completeness => score[QualityDimension.Completeness]?.Value,
        QualityMetric.Lateness => timing?.LatenessP95?.TotalSeconds,
        QualityMetric.ClockSkew => timing?.ClockSkew?.TotalSeconds,
        QualityMetric.OutOfRange => tally.Received > 0 ? (double)tally.OutOfRange / tally.Received : null,
        QualityMetric.Duplicates => tally.Received > 0 ? (double)tally.Duplicates / tally.Received : null,
        _ => score.Points,
    });

    /// <summary>Share, seconds with their sign, or points.</summary>
    public string Text(Localization.Wording words) => (Metric, Value) switch
    {
        (_, null) => words["QualityPage.NotApplicable"],
        (QualityMetric.Completeness or QualityMetric.OutOfRange or QualityMetric.Duplicates, { } share) => words.Percent(new Ratio(share)),
        (QualityMetric.Score, { } points) => words.Number(points, 1),
        (QualityMetric.ClockSkew, { } seconds) => $"{(Math.Round(seconds, 1) > 0 ? "+" : "")}{words.Seconds(TimeSpan.FromSeconds(seconds))}",
        (_, { } seconds) => words.Seconds(TimeSpan.FromSeconds(seconds)),
    };

    // Little is wrong for completeness and points, much for all others; a clock may be off to either side.
    bool Exceeds(double value, double limit) =>
        Metric is QualityMetric.Completeness or QualityMetric.Score ? value < limit : Math.Abs(value) > limit;
}
