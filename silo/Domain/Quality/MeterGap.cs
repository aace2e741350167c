using DcOps.Domain.Kpis;
using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>What the missing intervals of one meter leave open in a facility's ratio.</summary>
/// <param name="IsIt">Whether the meter is of the IT side rather than of what enters.</param>
/// <param name="Bounds">Between what the missing energy lies.</param>
/// <param name="Likely">What it would most likely turn out to be: what was known of the meter, carried on.</param>
public sealed record MeterGap(string Meter, bool IsIt, EnergyBounds Bounds, Energy Likely)
{
    public long Width => Bounds.High.WattHours - Bounds.Low.WattHours;
}
