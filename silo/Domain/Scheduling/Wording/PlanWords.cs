namespace DcOps.Domain.Scheduling.Wording;

/// <summary>One reason in both languages.</summary>
sealed record PlanWords(string Zh, string En);
