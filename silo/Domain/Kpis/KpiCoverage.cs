using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>How much of a group a figure covers.</summary>
/// <param name="Facilities">Facilities of the group.</param>
/// <param name="Known">Facilities that have what the formula needs.</param>
/// <param name="ItEnergyShare">
/// IT energy of those over that of all whose IT energy is known, 0 to 1; null when none's is known.
/// </param>
public readonly record struct KpiCoverage(int Facilities, int Known, Ratio? ItEnergyShare);
