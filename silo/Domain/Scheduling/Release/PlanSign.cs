namespace DcOps.Domain.Scheduling.Release;

/// <summary>One entry of a plan's life.</summary>
/// <param name="Author">Name of the person; <see cref="Product"/> where nobody acted.</param>
/// <param name="Reason">In the person's words; null where none was given.</param>
public sealed record PlanSign(PlanStage Stage, string Author, DateTimeOffset At, string? Reason)
{
    public const string Product = "dcops";
}
