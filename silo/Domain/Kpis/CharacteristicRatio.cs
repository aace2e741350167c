using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>
/// R_M1 (特性工况法): electricity ratio from five characteristic operating points, weighted by how long the region's weather
/// keeps a facility at each. A year has 8 760 hours, in leap years too.
/// </summary>
public sealed record CharacteristicRatio(Energy Facility, Energy It)
{
    public const int HoursOfYear = 8_760;

    public const int PointsExpected = 5;

    public Ratio Value => Facility / It;

    /// <exception cref="ArgumentException">Not five points, shares that do not add up to 1, or no IT power.</exception>
    public static CharacteristicRatio Of(IReadOnlyList<CharacteristicPoint> points)
    {
        if (points.Count != PointsExpected)
            throw new ArgumentException($"The method has {PointsExpected} points; {points.Count} were given.", nameof(points));
        if (points.Sum(point => point.TimeShare) != 1)
            throw new ArgumentException($"The time shares add up to {points.Sum(point => point.TimeShare)}; they must add up to 1.", nameof(points));

        var ratio = new CharacteristicRatio(Year(points, point => point.Facility), Year(points, point => point.It));
        return ratio.It > Energy.Zero
            ? ratio
            : throw new ArgumentException("The IT power is zero at every point.", nameof(points));
    }

    static Energy Year(IEnumerable<CharacteristicPoint> points, Func<CharacteristicPoint, Power> powerOf) =>
        Energy.FromKilowattHours(HoursOfYear * points.Sum(point => point.TimeShare * (decimal)powerOf(point).Kilowatts));
}
