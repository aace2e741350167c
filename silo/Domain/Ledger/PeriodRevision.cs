namespace DcOps.Domain.Ledger;

/// <summary>One state of a closed period. A later one never hides it.</summary>
/// <param name="Number">1 for the first close.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Author">Who or what made it.</param>
/// <param name="Reason">Why it differs from the one before; the close itself for the first.</param>
public sealed record PeriodRevision(int Number, DateTimeOffset At, string Author, string Reason, PeriodTotals Totals);
