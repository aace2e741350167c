namespace DcOps.Domain.Alarms;

/// <summary>What became of a command. A refusal changes nothing.</summary>
public abstract record AlarmDecision
{
    AlarmDecision()
    {
    }

    public sealed record Taken(AlarmTransition Transition) : AlarmDecision;

    /// <param name="Reason">Why not, for the person who asked.</param>
    public sealed record Refused(AlarmText Reason) : AlarmDecision;
}
