namespace DcOps.Domain.Scheduling.Advice;

/// <summary>Energy above what the facility takes without the work, its money and its carbon.</summary>
/// <param name="Cny">Energy and carbon at the plan's prices; demand charges, transfers and moves are not metered and in no figure here.</param>
public readonly record struct AdviceFigures(double FacilityKwh, double Cny, double CarbonKilograms)
{
    public static AdviceFigures operator +(AdviceFigures left, AdviceFigures right) =>
        new(left.FacilityKwh + right.FacilityKwh, left.Cny + right.Cny, left.CarbonKilograms + right.CarbonKilograms);
}
