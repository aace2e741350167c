using DcOps.Collectors.Pipeline.Profiles.Format;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A scale that another object chooses.</summary>
sealed record ScaleRule(RelatedObject Object, ScaleForm Form)
{
    const int MostDigits = 24;

    /// <summary>Null when what the object says is no scale.</summary>
    public double? Apply(double raw, double? said) => (Form, said) switch
    {
        (_, null) => null,
        (ScaleForm.DecimalDigits, { } digits) => TenTo(-digits, raw),
        (ScaleForm.PowerOfTen, { } exponent) => TenTo(exponent, raw),
        (ScaleForm.Factor, { } factor) => raw * factor,
        (ScaleForm.Divisor, { } divisor) => divisor == 0 ? null : raw / divisor,
        (ScaleForm.SignedFactor, { } factor) => factor == 0 ? null : factor < 0 ? raw / -factor : raw * factor,
        // The labels "exa" and "peta" are swapped in RFC 3433; the numbers are right.
        (ScaleForm.EntitySensorScale, { } code) => code is >= 1 and <= 17 ? TenTo(3 * (code - 9), raw) : null,
        (ScaleForm.EntitySensorPrecision, { } digits) => digits > 0 ? TenTo(-digits, raw) : raw,
        _ => null,
    };

    // Dividing by a power of ten rounds once; multiplying by its inverse rounds twice.
    static double? TenTo(double exponent, double raw) =>
        Math.Abs(exponent) > MostDigits || Math.Truncate(exponent) != exponent ? null
        : exponent < 0 ? raw / Math.Pow(10, -exponent)
        : raw * Math.Pow(10, exponent);
}
