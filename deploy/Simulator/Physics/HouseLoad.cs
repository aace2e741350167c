namespace DcOps.Simulator.Physics;

/// <summary>Lighting, security, fire protection and offices: always a base, more while people are in.</summary>
public sealed class HouseLoad(double capacityWatts)
{
    public double WattsAt(LocalTime time)
    {
        var atWork = time.Hour is > 8 and < 18 ? Math.Min(1, Math.Min(time.Hour - 8, 18 - time.Hour)) : 0;
        return capacityWatts * (0.007 + (0.005 * atWork * (1 - (0.7 * time.Weekend))));
    }
}
