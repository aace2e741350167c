namespace DcOps.Domain.Scheduling.Planning;

/// <summary>A facility that may take a workload: what is fixed about it whatever the start.</summary>
/// <param name="Pool">Facility × 4 + kind.</param>
/// <param name="Fixed">CNY of transfer.</param>
/// <param name="Earliest">First slot it may start in, its data having arrived.</param>
/// <param name="Link">-1 when nothing is transferred.</param>
readonly record struct Option(int Facility, int Pool, double Fixed, int Earliest, int Link, int TransferSlots, double Gbps);
