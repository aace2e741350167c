namespace DcOps.Domain.Alarms.Work;

/// <summary>Planned work: what begins inside is not annunciated, and what outlives it is, at its end.</summary>
/// <param name="Id">Of its own.</param>
public sealed record MaintenanceWindow(string Id, WindowScope Scope, WindowSchedule Schedule, string Author, string Reason);
