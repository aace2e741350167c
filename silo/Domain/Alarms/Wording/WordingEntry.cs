namespace DcOps.Domain.Alarms.Wording;

/// <summary>One text in both languages; arguments stand by name between braces.</summary>
sealed record WordingEntry(string Zh, string En);
