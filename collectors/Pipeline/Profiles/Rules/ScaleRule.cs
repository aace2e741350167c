using DcOps.Collectors.Pipeline.Profiles.Format;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A scale that another object chooses.</summary>
sealed record ScaleRule(RelatedObject Object, ScaleForm Form)
{
    const int MostDigits = 24;

    /// <summary>Null when what the object says is no scale.</summary>
    public ScaleStep? Step(double? said) => (Form, said) switch
    {
        (_, null) => null,
        (ScaleForm.DecimalDigits, { } digits) => TenTo(-digits),
        (ScaleForm.PowerOfTen, { } exponent) => TenTo(exponent),
        (ScaleForm.Factor, { } factor) => new(factor, Divides: false),
        (ScaleForm.Divisor, { } divisor) => divisor == 0 ? null : new(divisor, Divides: true),
        (ScaleForm.SignedFactor, { } factor) => factor == 0 ? null : factor < 0 ? new(-factor, Divides: true) : new(factor, Divides: false),
        // The labels "exa" and "peta" are swapped in RFC 3433; the numbers are right.
        (ScaleForm.EntitySensorScale, { } code) => code is >= 1 and <= 17 ? TenTo(3 * (code - 9)) : null,
        (ScaleForm.EntitySensorPrecision, { } digits) => digits > 0 ? TenTo(-digits) : ScaleStep.None,
        _ => null,
    };

    static ScaleStep? TenTo(double exponent) =>
        Math.Abs(exponent) > MostDigits || Math.Truncate(exponent) != exponent ? null
        : exponent < 0 ? new(Math.Pow(10, -exponent), Divides: true)
        : new(Math.Pow(10, exponent), Divides: false);
}
