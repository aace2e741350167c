namespace DcOps.Domain.Metering;

/// <summary>What one new position of a register means.</summary>
/// <param name="Register">The register after it.</param>
/// <param name="First">Energy up to a reset or swap, or of the whole step; null when there is none to tell.</param>
/// <param name="Second">Energy after a reset or swap; null when the step has one part.</param>
public readonly record struct RegisterStep(
    EnergyRegister Register, RegisterVerdict Verdict, RegisterSpan? First, RegisterSpan? Second)
{
    public double MeasuredWattHours => Of(SpanBasis.Register);

    public double EstimatedWattHours => Of(SpanBasis.Estimate);

    double Of(SpanBasis basis) => (First is { } first && first.Basis == basis ? first.WattHours : 0)
        + (Second is { } second && second.Basis == basis ? second.WattHours : 0);
}
