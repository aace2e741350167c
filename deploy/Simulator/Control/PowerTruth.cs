namespace DcOps.Simulator.Control;

/// <summary>True powers of a site at the last step of the model, W.</summary>
public sealed record PowerTruth(
    string Facility,
    DateTimeOffset At,
    double Utility,
    double UpsInput,
    double UpsOutput,
    double ItInput,
    double Cooling,
    double House,
    double DryBulbCelsius,
    double WetBulbCelsius);
