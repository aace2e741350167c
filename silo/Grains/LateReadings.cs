using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Grains;

/// <summary>Readings and intervals of days that may have been closed without them.</summary>
static class LateReadings
{
    // A close that is about to happen may miss them too.
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>Instants of what the ledger reads: meters, and the racks' own intervals, which are the register of category 3.</summary>
    public static List<DateTimeOffset> Of(HistoryBatch rows, DateTimeOffset now) =>
    [
        .. rows.MeterReadings.Select(reading => reading.At)
            .Concat(rows.Intervals.Where(row => row.Role == MeterRole.ItInput).Select(row => row.From))
            .Where(at => AreLate(at, now)),
    ];

    static bool AreLate(DateTimeOffset readAt, DateTimeOffset now) =>
        ClosePolicy.Default.ClosesAt(PeriodKind.Day, BusinessCalendar.Shanghai.DayOf(readAt), BusinessCalendar.Shanghai) <= now + Margin;

    /// <summary>Does not wait: a note that is lost is counted, and the rows are told again should this process end before they are safe.</summary>
    public static void Tell(ILedgerGrain ledger, List<DateTimeOffset> late) =>
        _ = TellAsync(ledger, late.Min(), late.Max());

    static async Task TellAsync(ILedgerGrain ledger, DateTimeOffset from, DateTimeOffset to)
    {
        try
        {
            await ledger.Changed(from, to, "late data");
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LedgerMetrics.LateNotesLost.Inc();
        }
    }
}
