using DcOps.Dashboard.Pages.Compliance;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Pages.Rooms;

/// <summary>Where a facility's energy by room and rack stands, and of which period it is asked.</summary>
static class RoomsAddress
{
    public static string Of(FacilityId facility, string period = "", string room = "") =>
        $"{ComplianceQuery.Path}/{facility}/rooms{Query(period, room)}";

    public static string Csv(FacilityId facility, string period) => $"{ComplianceQuery.Path}/{facility}/rooms.csv{Query(period, "")}";

    /// <summary>The month before the running one where none was asked for; null when what was asked for is no period.</summary>
    public static ReportPeriod? PeriodOf(string? text, DateTimeOffset now)
    {
        var calendar = BusinessCalendar.Shanghai;
        if (string.IsNullOrEmpty(text))
            return ReportPeriod.Of(PeriodKind.Month, calendar.MonthOf(calendar.MonthOf(now).From.AddDays(-1)));

        return ReportPeriod.TryParse(text, now, out var period) ? period : null;
    }

    static string Query(string period, string room) => (period, room) switch
    {
        ("", "") => "",
        (_, "") => $"?period={Uri.EscapeDataString(period)}",
        ("", _) => $"?room={Uri.EscapeDataString(room)}",
        _ => $"?period={Uri.EscapeDataString(period)}&room={Uri.EscapeDataString(room)}",
    };
}
