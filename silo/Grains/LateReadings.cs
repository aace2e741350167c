using DcOps.Contracts;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Grains;

/// <summary>Readings of days that may have been closed without them.</summary>
static class LateReadings
{
    // A close that is about to happen may miss them too.
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    public static bool AreLate(DateTimeOffset readAt, DateTimeOffset now) =>
        ClosePolicy.Default.ClosesAt(PeriodKind.Day, BusinessCalendar.Shanghai.DayOf(readAt), BusinessCalendar.Shanghai) <= now + Margin;

    /// <summary>Does not wait: a note that is lost is counted, and the rows are told again should this process end before they are safe.</summary>
    public static void Tell(ILedgerGrain ledger, List<MeterReading> late) =>
        _ = TellAsync(ledger, late.Min(reading => reading.At), late.Max(reading => reading.At));

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
