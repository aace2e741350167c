using DcOps.Domain.Alarms.Rules;

namespace DcOps.Domain.Alarms.Figures;

/// <summary>How a part of a facility uses what it was granted.</summary>
/// <param name="Part">The facility as a whole or a room, in small letters: what the alarm's point is named by.</param>
public readonly record struct PlaceUse(string Part, UsedCapacity Use);
