namespace DcOps.Notify;

/// <summary>How the last try of a notice ended; not remembered over a restart.</summary>
/// <param name="Fault">Null when it arrived.</param>
/// <param name="NextAt">Of the next try; null when there is none.</param>
readonly record struct Delivery(string Channel, string? Fault, DateTimeOffset? NextAt);
