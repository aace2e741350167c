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
public sealed record AlarmHeadline(
    long Version,
    DateTimeOffset At,
    int Incidents,
    int Alarms,
    int Critical,
    int Major,
    int Minor,
    int Advisory,
    int Shelved,
    DateTimeOffset? OldestCriticalAt,
    DateTimeOffset? StormSince,
    ImmutableArray<string> MissingFacilities);
