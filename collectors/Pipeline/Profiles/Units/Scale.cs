namespace DcOps.Collectors.Pipeline.Profiles.Units;

/// <summary>raw × factor + offset. A factor that is one over a whole number divides, so that 2079 tenths are 207.9 and not its neighbour.</summary>
public readonly record struct Scale
{
    readonly double _factor;
    readonly double _divisor;
    readonly double _offset;

    Scale(double factor, double offset)
    {
        var divisor = Math.Round(1 / factor);
        _factor = factor;
        _divisor = Math.Abs(factor) < 1 && Math.Abs((divisor * factor) - 1) < 1e-12 ? divisor : 0;
        _offset = offset;
    }

    /// <param name="factor">The profile's own; not zero.</param>
    public static Scale Of(double factor, UnitOfMeasure unit)
    {
        // 0.1 × 1 000 is 100 exactly; 0.01 × 0.01 would not be 0.0001, so whole inverses are multiplied instead.
        var product = Exact(factor) is { } own && Exact(unit.Factor) is { } canonical
            ? own.Numerator * canonical.Numerator / (own.Denominator * canonical.Denominator)
            : factor * unit.Factor;
        return new(product, unit.Offset);
    }

    public double Apply(double raw) => (_divisor != 0 ? raw / _divisor : raw * _factor) + _offset;

    static (double Numerator, double Denominator)? Exact(double factor)
    {
        if (Math.Round(factor) == factor)
            return (factor, 1);

        var inverse = Math.Round(1 / factor);
        return Math.Abs((inverse * factor) - 1) < 1e-12 ? (1, inverse) : null;
    }
}
