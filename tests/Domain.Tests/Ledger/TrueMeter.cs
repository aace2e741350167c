using DcOps.Domain.Metering;

namespace DcOps.Domain.Tests.Ledger;

/// <summary>A meter whose truth is known: a load that changes every minute, and the register that counts it.</summary>
sealed class TrueMeter(Random random, DateTimeOffset start, int minutes, double ratedWatts)
{
    readonly double[] _wattHours = Loads(random, minutes, ratedWatts);

    /// <summary>Energy until a minute, Wh, whole.</summary>
    public double Until(int minute) => _wattHours[minute];

    public long Total => (long)_wattHours[^1];

    public int Minutes => minutes;

    /// <summary>The register at a minute: offset by where it began, wrapped at its modulus, set back at a minute.</summary>
    public RegisterReading Read(int minute, double offset, double? modulus, int? resetMinute)
    {
        var isAfterReset = minute > resetMinute;
        var position = isAfterReset ? Until(minute) - Until(resetMinute!.Value) : offset + Until(minute);
        return new(
            start.AddMinutes(minute),
            modulus is { } limit ? position % limit : position,
            ResetMarker: isAfterReset ? start.AddMinutes(resetMinute!.Value) : start.AddDays(-100));
    }

    static double[] Loads(Random random, int minutes, double ratedWatts)
    {
        var sums = new double[minutes + 1];
        for (var minute = 0; minute < minutes; minute++)
            sums[minute + 1] = sums[minute] + random.Next((int)(ratedWatts / 60) + 1);
        return sums;
    }
}
