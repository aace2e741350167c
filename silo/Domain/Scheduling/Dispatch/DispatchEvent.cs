namespace DcOps.Domain.Scheduling.Dispatch;

/// <summary>One line of the dispatch journal.</summary>
/// <param name="Key">Of the command.</param>
/// <param name="Command">With a command's first event; null after that.</param>
/// <param name="Text">What the site answered, or why; null where there is nothing to say.</param>
public sealed record DispatchEvent(string Key, DispatchState State, DateTimeOffset At, DispatchCommand? Command, string? Text);
