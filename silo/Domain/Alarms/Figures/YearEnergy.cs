using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Figures;

/// <summary>What a facility has used of a calendar year, by its closed days.</summary>
/// <param name="Used">Null when days of the year are missing.</param>
/// <param name="ElapsedShare">Of the year, to the end of the last closed day.</param>
public readonly record struct YearEnergy(int Year, Energy? Used, double ElapsedShare);
