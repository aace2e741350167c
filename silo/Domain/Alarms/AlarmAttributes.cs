namespace DcOps.Domain.Alarms;

/// <summary>How a rule's alarms behave, apart from what the rule looks for.</summary>
/// <param name="OnDelay">How long the condition must hold before it raises.</param>
/// <param name="OffDelay">How long it must be gone before it returns.</param>
/// <param name="IsLatching">Whether a return waits for a person's reset.</param>
/// <param name="Realarms">Whether an acknowledged alarm that becomes more urgent asks for attention again.</param>
public sealed record AlarmAttributes(
    AlarmPriority Priority, TimeSpan OnDelay = default, TimeSpan OffDelay = default, bool IsLatching = false, bool Realarms = true);
