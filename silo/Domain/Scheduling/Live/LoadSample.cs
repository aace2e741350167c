namespace DcOps.Domain.Scheduling.Live;

/// <summary>IT power of one facility over one quarter-hour.</summary>
/// <param name="From">Start of the quarter-hour, UTC.</param>
/// <param name="HighestKw">Highest measured IT kW in it.</param>
public readonly record struct LoadSample(DateTimeOffset From, double HighestKw);
