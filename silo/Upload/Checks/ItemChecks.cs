using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using DcOps.Upload.Items;

namespace DcOps.Upload.Checks;

/// <summary>Applies the acceptance rules to days and months before they are sent; quarter-hours are what the rules count.</summary>
public static class ItemChecks
{
    /// <param name="known">Items of the same device that lie in the item's period, every revision, in any order.</param>
    /// <param name="readAt">When the reading was taken that ends the period; null when not known: then no boundary is judged.</param>
    public static IEnumerable<CheckFinding> Of(UploadItem item, IEnumerable<UploadItem> known, DateTimeOffset? readAt)
    {
        var own = known.Where(each => each.Code == item.Code && each.Device == item.Device).ToList();
        var finding = item.Span switch
        {
            ItemSpan.Day => Complete(item, own),
            ItemSpan.Month => Consistent(item, own),
            _ => null,
        };
        if (finding is not null)
            yield return finding;
        if (readAt is { } at && item.Span == ItemSpan.Day && !UploadCheck.IsAtDayBoundary(at, item.PeriodEnd))
            yield return new(CheckKind.DayBoundary, item, Off(at, item));
        if (readAt is { } read && item.Span == ItemSpan.Month && !UploadCheck.IsAtMonthBoundary(read, item.PeriodEnd))
            yield return new(CheckKind.MonthBoundary, item, Off(read, item));
    }

    static CheckFinding? Complete(UploadItem item, List<UploadItem> own)
    {
        var expected = (item.PeriodEnd - item.PeriodStart).Ticks / IntervalGrid.Quarter.Ticks;
        var received = own.Where(each => each.Span == ItemSpan.Quarter && each.PeriodStart >= item.PeriodStart && each.PeriodStart < item.PeriodEnd)
            .DistinctBy(each => each.PeriodStart).Count();
        return UploadCheck.Completeness(received, expected) is { Passes: false } failed
            ? new(CheckKind.Completeness, item, string.Create(CultureInfo.InvariantCulture, $"{received} of {expected} quarter-hours are there ({failed.Value.Value:P2})"))
            : null;
    }

    static CheckFinding? Consistent(UploadItem item, List<UploadItem> own)
    {
        var days = own.Where(each => each.Span == ItemSpan.Day && each.PeriodStart >= item.PeriodStart && each.PeriodStart < item.PeriodEnd)
            .GroupBy(each => each.PeriodStart).Select(revisions => revisions.MaxBy(each => each.Revision)!).ToList();
        var expected = BusinessCalendar.Shanghai.DaysOf(new(item.PeriodStart, item.PeriodEnd)).Count();
        return UploadCheck.DaysAgainstMonth(Scaled(item.Value), Scaled(days.Sum(day => day.Value))) is { Passes: false } failed
            ? new(CheckKind.Consistency, item, string.Create(CultureInfo.InvariantCulture, $"differs from the sum of {days.Count} of {expected} days by {failed.Value.Value:P2}"))
            : null;
    }

    // The rule is a ratio, and the unit falls out: a thousandth of a unit is enough to judge one in twenty.
    static Energy Scaled(decimal value) => Energy.FromKilowattHours(value);

    static string Off(DateTimeOffset at, UploadItem item) =>
        string.Create(CultureInfo.InvariantCulture, $"the reading at its end was taken {(at - item.PeriodEnd).Duration():c} off");
}
