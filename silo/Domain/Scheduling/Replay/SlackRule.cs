namespace DcOps.Domain.Scheduling.Replay;

/// <summary>How late a job may end.</summary>
public enum SlackRule
{
    /// <summary>A fixed number of hours after it would have ended.</summary>
    Hours,

    /// <summary>By nine on the next working day, if it would have ended outside working hours (Let's Wait Awhile).</summary>
    NextWorkday,

    /// <summary>By nine on the next Monday or Thursday (Let's Wait Awhile).</summary>
    SemiWeekly,
}
