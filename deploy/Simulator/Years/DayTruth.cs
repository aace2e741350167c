using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Years;

/// <summary>What really flowed at a site on a local day.</summary>
/// <param name="FacilityWattHours">All that entered.</param>
/// <param name="ItWattHours">All that left the UPS: E_IT of category 1.</param>
/// <param name="Celsius">Mean outdoor temperature.</param>
public sealed record DayTruth(FacilityId Facility, DateOnly Day, double FacilityWattHours, double ItWattHours, double Celsius)
{
    public static DayTruth Of(FacilityId facility, DateOnly day, in Balance energy, double celsius) => new(
        facility, day, energy.Utility / (double)RegisterForm.WattHour, energy.UpsOutput / (double)RegisterForm.WattHour,
        Math.Round(celsius, 2));
}
