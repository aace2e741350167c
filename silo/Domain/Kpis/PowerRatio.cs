using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// Facility power over IT power at one instant: a hint for operators. It is no PUE, is never stored as one, and no rule
/// is ever applied to it.
/// </summary>
public static class PowerRatio
{
    /// <summary>Null when either is not known, or there is no IT load.</summary>
    public static Ratio? Of(Power? facility, Power? it) =>
        facility is { } total && it is { Watts: > 0 } load ? total / load : null;
}
