using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Where a year's PUE will end.</summary>
/// <param name="Expected">Null while there is too little of the year.</param>
/// <param name="Low">Best end of the band.</param>
/// <param name="High">Worst end of the band.</param>
/// <param name="Limit">Null when no limit applies.</param>
/// <param name="LimitSource">Rule pack and rule, as in <c>gb-40879 2021.1 grade-3</c>.</param>
public readonly record struct PueForecast(double? Expected, double? Low, double? High, double? Limit, string LimitSource)
{
    /// <summary>
    /// The year so far and, for what is left, the same stretch of last year scaled by how this year compares with last so far.
    /// The band is the expected remainder with a tenth of its overhead (what is above 1) taken off and put on, a stated convention.
    /// Null expected value when one of the energies is not above zero.
    /// </summary>
    /// <param name="facilityLeft">Last year's energy of the stretch that is left this year.</param>
    public static PueForecast Of(
        Energy facility, Energy it, Energy facilityLastYear, Energy itLastYear, Energy facilityLeft, Energy itLeft, double? limit,
        string limitSource)
    {
        if (it <= Energy.Zero || itLastYear <= Energy.Zero || itLeft <= Energy.Zero)
            return new(null, null, null, limit, limitSource);

        var growth = (it / itLastYear).Value;
        var change = (facility / it).Value / (facilityLastYear / itLastYear).Value;
        var itRest = itLeft.WattHours * growth;
        var ratioRest = Math.Max(1, (facilityLeft / itLeft).Value * change);
        return new(At(0), At(-0.1), At(0.1), limit, limitSource);

        double At(double share) =>
            (facility.WattHours + (itRest * (1 + ((ratioRest - 1) * (1 + share))))) / (it.WattHours + itRest);
    }
}
