namespace DcOps.Contracts.Alarms;

/// <summary>How one try ended.</summary>
/// <param name="Channel">That carried it.</param>
/// <param name="Fault">Null when it arrived.</param>
/// <param name="RetryAfter">What the other side asked for; null when it did not.</param>
/// <param name="IsFinal">Whether trying again is of no use, as when there is no such target.</param>
public sealed record SentNotice(string Channel, string? Fault, TimeSpan? RetryAfter = null, bool IsFinal = false);
