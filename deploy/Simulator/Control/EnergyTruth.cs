namespace DcOps.Simulator.Control;

/// <summary>True energies of a site over a window.</summary>
/// <param name="WattHours">By role: utility, ups-input, ups-output, it-input, cooling, house.</param>
/// <param name="PueCategory1">Utility over UPS output; null when that is zero.</param>
/// <param name="PueCategory3">Utility over the racks' sum; null when that is zero.</param>
public sealed record EnergyTruth(
    string Facility,
    DateTimeOffset From,
    DateTimeOffset To,
    ImmutableDictionary<string, double> WattHours,
    double? PueCategory1,
    double? PueCategory3);
