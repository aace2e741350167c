namespace DcOps.Domain.Facilities;

/// <summary>What a facility's minute is made of.</summary>
enum FacilitySeries : byte
{
    TotalPower = 0,
    ItPower = 1,
    CoolingPower = 2,
    OutdoorTemperature = 3,
}
