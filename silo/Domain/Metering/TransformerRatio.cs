namespace DcOps.Domain.Metering;

/// <summary>
/// Current and voltage transformers before a meter: what its register shows, times this, is what flowed (vector M06).
/// Applied once, where raw values become readings.
/// </summary>
/// <param name="CurrentPrimary">Primary current, A; as in 400/5.</param>
/// <param name="CurrentSecondary">Secondary current, A; above zero.</param>
/// <param name="VoltagePrimary">Primary voltage, V.</param>
/// <param name="VoltageSecondary">Secondary voltage, V; above zero.</param>
public readonly record struct TransformerRatio(
    double CurrentPrimary, double CurrentSecondary, double VoltagePrimary = 1, double VoltageSecondary = 1)
{
    public double Multiplier => CurrentPrimary / CurrentSecondary * (VoltagePrimary / VoltageSecondary);
}
