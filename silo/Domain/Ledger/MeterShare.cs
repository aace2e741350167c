using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Domain.Ledger;

/// <summary>What one meter counted for a role over a period.</summary>
/// <param name="Uncertainty">Relative standard uncertainty of its chain; null when its class is not declared.</param>
public readonly record struct MeterShare(string Meter, MeterRole Role, Ratio? Uncertainty, Energy Counted);
