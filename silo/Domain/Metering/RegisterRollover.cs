namespace DcOps.Domain.Metering;

/// <summary>How long a register lasts between two wraps: it must be read more often than that.</summary>
public static class RegisterRollover
{
    /// <summary>Time to wrap at a constant rate, in register units per hour; endless when nothing flows.</summary>
    public static TimeSpan TimeToWrap(double modulus, double perHour)
    {
        var hours = modulus / perHour;
        return perHour <= 0 || hours >= TimeSpan.MaxValue.TotalHours ? TimeSpan.MaxValue : TimeSpan.FromHours(hours);
    }

    /// <summary>
    /// Whether reading so often sees every wrap at 1.2 times the rating; true where the register never wraps.
    /// </summary>
    public static bool IsSafe(double? modulusWattHours, double ratedWatts, TimeSpan pollInterval) =>
        modulusWattHours is not { } modulus
        || pollInterval < TimeToWrap(modulus, EnergyRegister.RatingMargin * ratedWatts);
}
