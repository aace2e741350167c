namespace DcOps.Domain.Statements;

/// <summary>One step of a correction's history.</summary>
/// <param name="State">The state that it led to.</param>
/// <param name="Note">Reason or remark in the actor's words.</param>
public sealed record CorrectionStep(CorrectionState State, Actor Actor, DateTimeOffset At, string Note);
