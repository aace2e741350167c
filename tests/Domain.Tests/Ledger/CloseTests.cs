using DcOps.Domain.Facilities;
using DcOps.Domain.Kpis;
using DcOps.Domain.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Tests.Kpis;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Ledger;

public sealed class CloseTests
{
    static readonly BusinessPeriod March = BusinessCalendar.Shanghai.Month(2026, 3);
    static readonly DateTimeOffset ClosedAt = March.To.AddDays(4);

    [Fact]
    [Trait("Vector", "M22")]
    public void Late_data_makes_a_revision_that_hides_nothing()
    {
        var closed = Close(13_005_000, 10_000_000);

        var restated = closed.Restate(Month(13_005_000, 10_040_000), "ledger", "late data", ClosedAt.AddDays(2));

        Assert.Equal(2, restated.Current.Number);
        Assert.Equal(1.295319, restated.Current.Totals[PueCategory.Category1]!.Value!.Value.Value, 6);
        Assert.Equal(1.3005, restated[1].Totals[PueCategory.Category1]!.Value!.Value.Value, 12);
        Assert.Equal((1, 2), (restated[1].Totals[PueCategory.Category1]!.Revision, restated[2].Totals[PueCategory.Category1]!.Revision));
        var change = Assert.Single(restated.Changes());
        Assert.Equal((3, 2), change.Grades(RuleBook.Shipped["gb-40879"], new(2026, 4, 5)));
        Assert.Equal((2, "ledger", "late data"), (change.Revision, change.Author, change.Reason));
    }

    [Fact]
    public void Restating_the_same_changes_nothing()
    {
        var closed = Close(13_005_000, 10_000_000);

        Assert.Same(closed, closed.Restate(Month(13_005_000, 10_000_000), "ledger", "late data", ClosedAt.AddDays(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => closed[2]);
    }

    [Fact]
    public void Closes_days_after_three_days_months_on_the_fifth_and_years_on_31_january()
    {
        var (policy, calendar) = (ClosePolicy.Default, BusinessCalendar.Shanghai);

        Assert.Equal(calendar.Day(new(2026, 3, 5)).From, policy.ClosesAt(PeriodKind.Day, calendar.Day(new(2026, 3, 1)), calendar));
        Assert.Equal(calendar.Day(new(2026, 4, 5)).From, policy.ClosesAt(PeriodKind.Month, March, calendar));
        Assert.Equal(calendar.Day(new(2027, 1, 31)).From, policy.ClosesAt(PeriodKind.Year, calendar.Year(2026), calendar));
    }

    [Fact]
    public void An_interval_is_provisional_for_72_hours()
    {
        Assert.True(ClosePolicy.Default.IsProvisional(March.From, March.From.AddHours(72).AddTicks(-1)));
        Assert.False(ClosePolicy.Default.IsProvisional(March.From, March.From.AddHours(72)));
    }

    static ClosedPeriod Close(decimal facility, decimal it) => ClosedPeriod.Close(
        FacilityId.Parse("NJ-01"), PeriodKind.Month, March, Month(facility, it), "ledger", ClosedAt);

    static FacilityPeriod Month(decimal facility, decimal it) =>
        PeriodOf.Rows((MeterRole.UtilityEntrance, [facility]), (MeterRole.UpsOutput, [it]));
}
