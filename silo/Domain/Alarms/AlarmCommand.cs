namespace DcOps.Domain.Alarms;

/// <summary>What a person, or the design, asks of an alarm.</summary>
[GenerateSerializer, Immutable, Alias("AlarmCommand")]
public abstract record AlarmCommand
{
    AlarmCommand()
    {
    }

    /// <param name="Until">Null: until it clears. Then the next occurrence asks again in either case.</param>
    [GenerateSerializer, Immutable, Alias("AlarmCommand.Acknowledge")]
    public sealed record Acknowledge([property: Id(0)] DateTimeOffset? Until = null, [property: Id(1)] string? Comment = null) : AlarmCommand;

    /// <summary>Lets a latched alarm go; only when its condition is normal and known.</summary>
    [GenerateSerializer, Immutable, Alias("AlarmCommand.Reset")]
    public sealed record Reset([property: Id(0)] string? Comment = null) : AlarmCommand;

    /// <param name="ApprovedBy">A second person, who must approve where the alarm is critical.</param>
    [GenerateSerializer, Immutable, Alias("AlarmCommand.Shelve")]
    public sealed record Shelve([property: Id(0)] string Reason, [property: Id(1)] DateTimeOffset Until, [property: Id(2)] string? ApprovedBy = null) : AlarmCommand;

    [GenerateSerializer, Immutable, Alias("AlarmCommand.Unshelve")]
    public sealed record Unshelve : AlarmCommand;

    /// <summary>A rule of the design or a maintenance window; no person's name is needed.</summary>
    [GenerateSerializer, Immutable, Alias("AlarmCommand.Suppress")]
    public sealed record Suppress([property: Id(0)] string Reason) : AlarmCommand;

    [GenerateSerializer, Immutable, Alias("AlarmCommand.EndSuppression")]
    public sealed record EndSuppression([property: Id(0)] string Reason) : AlarmCommand;

    [GenerateSerializer, Immutable, Alias("AlarmCommand.RemoveFromService")]
    public sealed record RemoveFromService([property: Id(0)] string WorkOrder) : AlarmCommand;

    [GenerateSerializer, Immutable, Alias("AlarmCommand.ReturnToService")]
    public sealed record ReturnToService([property: Id(0)] string? Comment = null) : AlarmCommand;

    /// <param name="Owner">Null takes the owner away.</param>
    [GenerateSerializer, Immutable, Alias("AlarmCommand.Assign")]
    public sealed record Assign([property: Id(0)] string? Owner) : AlarmCommand;

    [GenerateSerializer, Immutable, Alias("AlarmCommand.Remark")]
    public sealed record Remark([property: Id(0)] string Text) : AlarmCommand;
}
