using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Incidents;

/// <summary>What an incident takes down, or may.</summary>
/// <param name="Racks">Racks with alarms, and racks behind what failed.</param>
/// <param name="Power">Sum of what those racks took when last known; null when none is known.</param>
/// <param name="RacksOfUnknownPower">Of which the sum knows nothing.</param>
/// <param name="Jobs">Jobs that the plan in force has at the facility, some of which those racks carry; null where no scheduler says.</param>
[GenerateSerializer, Immutable, Alias("IncidentImpact")]
public readonly record struct IncidentImpact([property: Id(0)] int Racks, [property: Id(1)] Power? Power, [property: Id(2)] int RacksOfUnknownPower, [property: Id(3)] int? Jobs);
