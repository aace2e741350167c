namespace DcOps.EndToEnd.Tests;

/// <summary>The inbox as JSON, but for its headline.</summary>
/// <param name="Incidents">Worst first.</param>
sealed record InboxAnswer(ImmutableArray<InboxLine> Incidents);
