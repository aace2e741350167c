using DcOps.Domain.Kpis;

namespace DcOps.Domain.Alarms.Figures;

/// <summary>One closed day of a facility with its weather.</summary>
/// <param name="Figure">At the facility's first declared category.</param>
/// <param name="Outdoor">Mean outdoor temperature, °C; null when nobody noted it.</param>
public readonly record struct PueDay(DateOnly Day, PueFigure Figure, double? Outdoor);
