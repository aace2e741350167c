using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Upload.Checks;
using DcOps.Upload.Items;

namespace DcOps.Upload.Tests;

public sealed class ItemTests
{
    [Fact]
    public void A_figure_becomes_an_item_in_the_platform_s_unit_and_code()
    {
        var item = Register().Of(Figure("main", 123_456_789))!;

        Assert.Equal((Sample.Enterprise, "NJ01", "3300.main", 12.3457m, "万kWh", 1.229m, 1), (item.Enterprise, item.Device, item.Code, item.Value, item.Unit, item.TceFactor, item.Revision));
        Assert.Equal("NJ01|3300.main|1|202603011600|1", item.Key);
        Assert.Equal(1.235m, Register().Of(Figure("ups", 1_235))!.Value);
    }

    [Fact]
    public void What_is_missing_or_not_registered_makes_no_item()
    {
        Assert.Null(Register().Of(Figure("main", null)));
        Assert.Null(Register().Of(Figure("cooling", 1)));
    }

    [Theory]
    [InlineData(86, "86 of 96 quarter-hours are there (89.58 %)")]
    [InlineData(87, null)]
    public void A_day_needs_nine_tenths_of_its_quarter_hours(int received, string? expected)
    {
        var day = Sample.Item(ItemSpan.Day, Sample.Day, 1);
        var known = Sample.Quarters(Sample.Day, received).Concat(Sample.Quarters(Sample.Day, received, revision: 2)).Concat(Sample.Quarters(Sample.Day, 96, "3300.ups"));

        Assert.Equal(expected is null ? [] : [expected], Reasons(day, known));
    }

    [Theory]
    [InlineData(300_000, null)]
    [InlineData(290_000, "differs from the sum of 31 of 31 days by 6.45 %")]
    public void A_month_agrees_with_its_days(int sumOfDays, string? expected)
    {
        var start = BusinessCalendar.Shanghai.Month(2026, 3).From;
        var days = Enumerable.Range(0, 31).Select(day => Sample.Item(ItemSpan.Day, start.AddDays(day), day == 0 ? sumOfDays : 0, revision: 2))
            .Append(Sample.Item(ItemSpan.Day, start, 999_999));

        Assert.Equal(expected is null ? [] : [expected], Reasons(Sample.Item(ItemSpan.Month, start, 310_000), days));
    }

    [Theory]
    [InlineData(45, 0)]
    [InlineData(70, 1)]
    public void A_day_ends_within_a_minute_of_midnight(int seconds, int findings)
    {
        var day = Sample.Item(ItemSpan.Day, Sample.Day, 1);

        Assert.Equal(findings, ItemChecks.Of(day, Sample.Quarters(Sample.Day, 96), day.PeriodEnd.AddSeconds(seconds)).Count());
    }

    static string[] Reasons(UploadItem item, IEnumerable<UploadItem> known) => [.. ItemChecks.Of(item, known, null).Select(finding => finding.Reason.Replace("%", " %", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal))];

    static ItemRegister Register() => new(Sample.Plan(Sample.Json("http://127.0.0.1:1/")).Options);

    static EnergyItem Figure(string meter, long? count) => new(
        FacilityId.Parse("NJ-01"), meter, MeterCarrier.Electricity, ItemSpan.Day, Sample.Day, count, IntervalQuality.Measured);
}
