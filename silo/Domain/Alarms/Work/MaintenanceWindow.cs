namespace DcOps.Domain.Alarms.Work;

/// <summary>Planned work: what begins inside is not annunciated, and what outlives it is, at its end.</summary>
/// <param name="Id">Of its own.</param>
[GenerateSerializer, Immutable, Alias("MaintenanceWindow")]
public sealed record MaintenanceWindow([property: Id(0)] string Id, [property: Id(1)] WindowScope Scope, [property: Id(2)] WindowSchedule Schedule, [property: Id(3)] string Author, [property: Id(4)] string Reason);
