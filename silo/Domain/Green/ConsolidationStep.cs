namespace DcOps.Domain.Green;

/// <summary>One step on the way, as it was taken.</summary>
public sealed record ConsolidationStep(ConsolidationStage Stage, string Author, DateTimeOffset At, string Note);
