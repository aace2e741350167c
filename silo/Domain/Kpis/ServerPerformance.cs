using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Servers of one kind: their greatest performance and greatest power.</summary>
/// <param name="Performance">In the unit of the benchmark used, of all of them together.</param>
public readonly record struct ServerPerformance(double Performance, Power MostPower);
