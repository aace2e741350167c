using DcOps.Domain.Ledger;

namespace DcOps.Ledger;

/// <summary>One run over what is due.</summary>
/// <param name="Reason">Why a period that is restated in it differs from before.</param>
readonly record struct CloseRun(ChangedStretch Changed, string Reason, DateTimeOffset At);
