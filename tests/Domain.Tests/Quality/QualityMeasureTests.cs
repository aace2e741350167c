using DcOps.Domain.Quality;
using DcOps.Domain.Units;

namespace DcOps.Domain.Tests.Quality;

public sealed class QualityMeasureTests
{
    [Fact]
    [Trait("Vector", "D01")]
    public void Completeness_counts_records() =>
        Expect(98.993, Completeness.Records(new() { Expected = 2_880, Received = 2_851 }));

    [Fact]
    [Trait("Vector", "D02")]
    public void Completeness_counts_filled_fields() =>
        Expect(99.930, Completeness.Elements(new() { Fields = 2_851 * 6, FieldsEmpty = 12 }));

    [Fact]
    [Trait("Vector", "D03")]
    public void Uniqueness_counts_distinct_records()
    {
        Expect(99.754, Accuracy.Unique(new() { Received = 2_851, Duplicates = 7 }));
        Expect(0.246, new QualityShare(7, 2_851));
    }

    [Fact]
    [Trait("Vector", "D04")]
    public void Consistency_fails_beyond_its_tolerance()
    {
        var imbalance = Consistency.Imbalance(new(1_000), new(970))!.Value;

        Assert.Equal(3.0, imbalance.Percent, 9);
        Assert.True(imbalance > Consistency.BalanceTolerance);
        Assert.Null(Consistency.Imbalance(Energy.Zero, new(970)));
    }

    [Fact]
    [Trait("Vector", "D05")]
    public void Timeliness_counts_what_came_in_time() =>
        Expect(94.704, Timeliness.Punctual(new() { Timed = 2_851, OnTime = 2_700 }));

    [Fact]
    public void Timeliness_does_not_apply_where_nobody_noted_arrivals() => Assert.Null(Timeliness.Of(new() { Received = 2_851 }));

    [Fact]
    [Trait("Vector", "D06")]
    public void Accessibility_counts_probes() =>
        Expect(99.875, Accessibility.Reachable(new() { Probes = 14_400, ProbesAnswered = 14_382 }));

    [Fact]
    [Trait("Vector", "D07")]
    public void The_score_weighs_the_dimensions()
    {
        var score = Score(99, 98, 97, 95, 94, 99.9);

        Assert.Equal(96.945, score.Points!.Value, 9);
        Assert.True(score.IsSufficient);
        Assert.Equal(QualityDimension.Timeliness, score.Worst);
    }

    [Fact]
    [Trait("Vector", "D08")]
    public void Conformity_counts_points_that_are_declared_as_they_should_be() =>
        Expect(98.500, Conformity.Declared(new() { Points = 1_000, PointsConforming = 985 }));

    [Fact]
    [Trait("Vector", "D09")]
    public void Accuracy_counts_samples_in_range() =>
        Expect(99.509, Accuracy.InRange(new() { Received = 2_851, OutOfRange = 14 }));

    [Fact]
    [Trait("Vector", "D10")]
    public void Accuracy_counts_what_was_not_refused()
    {
        Expect(99.298, Accuracy.Clean(new() { Received = 2_851, Rejected = 20 }));
        Expect(0.702, new QualityShare(20, 2_851));
    }

    [Fact]
    [Trait("Vector", "D13")]
    public void What_was_not_measured_is_not_applicable()
    {
        Assert.Null(new QualityShare(0, 0).Value);
        Assert.Null(Completeness.Of(default));
        var score = QualityScore.Of(default(PointTally));
        Assert.Null(score.Points);
        Assert.Null(score.IsSufficient);
        Assert.Null(score.Worst);
    }

    [Fact]
    [Trait("Vector", "D14")]
    public void Timeliness_counts_samples_in_order() =>
        Expect(99.684, Timeliness.InOrder(new() { Timed = 2_851, OutOfOrder = 9 }));

    [Fact]
    public void A_dimension_that_does_not_apply_has_no_weight()
    {
        var score = QualityScore.Of([new Ratio(0.9), null, null, null, null, new Ratio(0.5)]);

        Assert.Equal(((0.15 * 90) + (0.05 * 50)) / 0.20, score.Points!.Value, 9);
    }

    [Fact]
    public void One_dimension_below_sixty_fails_the_whole()
    {
        Assert.False(Score(100, 100, 100, 100, 100, 59.9).IsSufficient);
        Assert.True(Score(100, 100, 100, 100, 100, 60).IsSufficient);
    }

    [Fact]
    public void A_dimension_is_as_good_as_its_worst_measure_and_tallies_add_up()
    {
        var one = new PointTally { Expected = 100, Received = 100, Fields = 100, FieldsEmpty = 10 };
        var other = new PointTally { Expected = 100, Received = 50, Fields = 100 };

        Assert.Equal(0.90, Completeness.Of(one)!.Value.Value);
        Assert.Equal(0.75, Completeness.Of(one + other)!.Value.Value);
    }

    static QualityScore Score(params double[] percents) =>
        QualityScore.Of([.. percents.Select(percent => (Ratio?)new Ratio(percent / 100))]);

    static void Expect(double percent, QualityShare share) => Assert.Equal(percent, share.Value!.Value.Percent, 3);
}
