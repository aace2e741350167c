namespace DcOps.Domain.Alarms;

/// <summary>What a person, or the design, asks of an alarm.</summary>
public abstract record AlarmCommand
{
    AlarmCommand()
    {
    }

    /// <param name="Until">Null: until it clears. Then the next occurrence asks again in either case.</param>
    public sealed record Acknowledge(DateTimeOffset? Until = null, string? Comment = null) : AlarmCommand;

    /// <summary>Lets a latched alarm go; only when its condition is normal and known.</summary>
    public sealed record Reset(string? Comment = null) : AlarmCommand;

    /// <param name="ApprovedBy">A second person, who must approve where the alarm is critical.</param>
    public sealed record Shelve(string Reason, DateTimeOffset Until, string? ApprovedBy = null) : AlarmCommand;

    public sealed record Unshelve : AlarmCommand;

    /// <summary>A rule of the design or a maintenance window; no person's name is needed.</summary>
    public sealed record Suppress(string Reason) : AlarmCommand;

    public sealed record EndSuppression(string Reason) : AlarmCommand;

    public sealed record RemoveFromService(string WorkOrder) : AlarmCommand;

    public sealed record ReturnToService(string? Comment = null) : AlarmCommand;

    /// <param name="Owner">Null takes the owner away.</param>
    public sealed record Assign(string? Owner) : AlarmCommand;

    public sealed record Remark(string Text) : AlarmCommand;
}
