namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>How a scale object is to be read.</summary>
enum ScaleForm : byte
{
    /// <summary>n: ÷ 10^n.</summary>
    DecimalDigits,

    /// <summary>n: × 10^n.</summary>
    PowerOfTen,

    /// <summary>n: × n.</summary>
    Factor,

    /// <summary>n: ÷ n.</summary>
    Divisor,

    /// <summary>n above zero: × n; n below zero: ÷ |n| (Rittal).</summary>
    SignedFactor,

    /// <summary>n: × 10^(3 (n − 9)), EntitySensorDataScale of RFC 3433.</summary>
    EntitySensorScale,

    /// <summary>n above zero: ÷ 10^n; else as it is: EntitySensorPrecision of RFC 3433.</summary>
    EntitySensorPrecision,
}
