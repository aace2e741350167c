namespace DcOps.Silo.Host.Composition;

/// <summary>Answer of <c>/readyz</c>.</summary>
/// <param name="OwnersAwake">Rooms and facilities whose state is restored.</param>
/// <param name="JournalFault">Why receipts wait for checkpoints now; null when they need not.</param>
/// <param name="CheckpointFault">Why state cannot be made durable now; null when it can.</param>
sealed record ReadyState(bool Ready, int OwnersAwake, int OwnersExpected, string? CheckpointFault, string? JournalFault, bool Stopping);
