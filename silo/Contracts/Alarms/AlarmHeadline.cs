namespace DcOps.Contracts.Alarms;

/// <summary>The alarms of the province in a few numbers.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="At">When it was true.</param>
/// <param name="Incidents">That are open.</param>
/// <param name="Alarms">That are not normal, shelved ones included.</param>
/// <param name="Critical">Incidents by their priority that wait for somebody; so the next three.</param>
/// <param name="OldestCriticalAt">When the oldest unacknowledged critical incident began; null when there is none.</param>
/// <param name="StormSince">Since when more alarms come than anybody can read; null when there is no storm.</param>
/// <param name="MissingFacilities">Facilities whose alarms are not known at present; counts leave them out. Empty when all answered.</param>
[GenerateSerializer, Immutable, Alias("AlarmHeadline")]
public sealed record AlarmHeadline(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] int Incidents,
    [property: Id(3)] int Alarms,
    [property: Id(4)] int Critical,
    [property: Id(5)] int Major,
    [property: Id(6)] int Minor,
    [property: Id(7)] int Advisory,
    [property: Id(8)] int Shelved,
    [property: Id(9)] DateTimeOffset? OldestCriticalAt,
    [property: Id(10)] DateTimeOffset? StormSince,
    [property: Id(11)] ImmutableArray<string> MissingFacilities);
