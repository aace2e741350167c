using DcOps.Domain.Units;

namespace DcOps.Domain.PowerChain;

/// <summary>What a rule must know of the equipment behind a point.</summary>
/// <param name="RatedPower">What it is made for; null when not declared.</param>
/// <param name="RatedAmperes">Per phase, A; null when not declared.</param>
/// <param name="Derating">Share of the rating that may be used for hours, 0 to 1; null when not declared.</param>
public sealed record Equipment(EquipmentClass Class, Power? RatedPower, double? RatedAmperes, double? Derating);
