using DcOps.Domain.Units;

namespace DcOps.Domain.Quality;

/// <summary>Compares a device's power with its own register.</summary>
public static class UnitCheck
{
    /// <summary>A quotient within this factor of a thousand is taken for one.</summary>
    public const double Width = 3;

    /// <param name="counted">What the register counted.</param>
    /// <param name="over">In which time; above zero.</param>
    /// <param name="reported">Mean of the power reported over the same time.</param>
    public static UnitSuspicion Of(Energy counted, TimeSpan over, Power reported)
    {
        var counting = counted.WattHours / over.TotalHours;
        if (counting <= 0 || reported.Watts <= 0)
            return UnitSuspicion.None;

        var quotient = reported.Watts / counting;
        return IsAbout(quotient, 1e-3) ? UnitSuspicion.ThousandTooSmall
            : IsAbout(quotient, 1e3) ? UnitSuspicion.ThousandTooLarge
            : UnitSuspicion.None;
    }

    static bool IsAbout(double quotient, double factor) => quotient > factor / Width && quotient < factor * Width;
}
