namespace DcOps.Simulator.Physics;

/// <summary>Phase voltage behind the UPS: regulated, but not still.</summary>
public static class MainsVoltage
{
    const double Nominal = 230;

    /// <summary>V between phase and neutral.</summary>
    /// <param name="phase">1 to 3.</param>
    public static double At(ulong key, int phase, double unixSeconds) =>
        Nominal + (1.8 * SeededNoise.Smooth(key ^ (ulong)phase, unixSeconds / 240));
}
