using DcOps.Dashboard.Localization;
using DcOps.Domain.Facilities;
using DcOps.Domain.Racks;

namespace DcOps.Dashboard.Components.Trends;

/// <summary>The trends of the pages, from rows of history.</summary>
public static class PageTrends
{
    /// <summary>The last 24 hours, ended at a full stretch.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) LastDay(DateTimeOffset now)
    {
        var to = new DateTimeOffset(now.UtcTicks / TrendLine.Stretch.Ticks * TrendLine.Stretch.Ticks, TimeSpan.Zero) + TrendLine.Stretch;
        return (to.AddDays(-1), to);
    }

    public static Trend FacilityPower(
        ImmutableArray<FacilityMinute> rows, DateTimeOffset from, DateTimeOffset to, Wording words) =>
        new(words["Trend.FacilityPower"], "kW", 1, from, to,
        [
            TrendLine.Of(words["Facility.Total"], rows, row => row.Minute, row => row.TotalPower, from, to, 1e-3),
            TrendLine.Of("IT", rows, row => row.Minute, row => row.ItPower, from, to, 1e-3),
        ]);

    public static Trend RackPower(ImmutableArray<RackMinute> rows, DateTimeOffset from, DateTimeOffset to, Wording words) =>
        new(words["Trend.RackPower"], "kW", 2, from, to,
            [TrendLine.Of(words["Rack.Power"], rows, row => row.Minute, row => row.Power, from, to, 1e-3)]);

    public static Trend RackInlet(ImmutableArray<RackMinute> rows, DateTimeOffset from, DateTimeOffset to, Wording words) =>
        new(words["Trend.RackInlet"], "℃", 1, from, to,
            [TrendLine.Of(words["Rack.Inlet"], rows, row => row.Minute, row => row.InletTemperature, from, to, 1)]);
}
