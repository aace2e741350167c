namespace DcOps.Domain.Kpis;

/// <summary>Processor utilization of a facility's servers over a period.</summary>
/// <param name="UtilizationSum">Sum over the servers of each one's mean utilization, 0 to 1 each.</param>
/// <param name="Servers">All servers, idle ones included.</param>
public readonly record struct ServerLoad(double UtilizationSum, int Servers);
