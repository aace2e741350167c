using System.Globalization;
using DcOps.Domain.Ledger;

namespace DcOps.Upload.Feed;

/// <summary>How far a facility's figures were taken: the running quarter-hours, and the closed periods by their revisions.</summary>
/// <param name="Quarters">End of the last quarter-hour taken, UTC.</param>
/// <param name="RevisedAt">When the last revision was made that was taken, UTC; those made together go by kind and start.</param>
readonly record struct LedgerPlace(DateTimeOffset Quarters, DateTimeOffset RevisedAt, PeriodKind Kind, DateTimeOffset From)
{
    const char Separator = '|';

    /// <summary>Null when the text is no place.</summary>
    public static LedgerPlace? Parse(string text) =>
        text.Split(Separator) is [var quarters, var revised, var kind, var from]
        && TryInstant(quarters, out var end) && TryInstant(revised, out var at) && Enum.TryParse<PeriodKind>(kind, out var known)
        && TryInstant(from, out var start)
            ? new(end, at, known, start)
            : null;

    /// <summary>Whether a closed period's newest revision comes after this place.</summary>
    public bool IsBefore(ClosedPeriod closed) =>
        (closed.Current.At, closed.Kind, closed.Period.From).CompareTo((RevisedAt, Kind, From)) > 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Quarters.UtcTicks}{Separator}{RevisedAt.UtcTicks}{Separator}{Kind}{Separator}{From.UtcTicks}");

    static bool TryInstant(string text, out DateTimeOffset instant)
    {
        var isOne = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        instant = isOne ? new(ticks, TimeSpan.Zero) : default;
        return isOne;
    }
}
