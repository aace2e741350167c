namespace DcOps.Domain.Scheduling.Replay;

/// <param name="CarbonKilograms">At 1 kW a unit.</param>
/// <param name="Cost">In the currency of the unit price.</param>
/// <param name="MeanWaitHours">From arrival to end, less the job's length.</param>
public sealed record ReplayOutcome(double CarbonKilograms, double Cost, double MeanWaitHours);
