namespace DcOps.Domain.Quality;

/// <summary>How long data was on its way, and how far the devices' clocks stand from ours.</summary>
/// <param name="LatenessP95">Time after which 95 % of the samples had arrived, to the width of its class; null when none was noted.</param>
/// <param name="ClockSkew">Median of device time less arrival; positive is a clock that runs ahead. Null when none was noted.</param>
public sealed record QualityTiming(TimeSpan? LatenessP95, TimeSpan? ClockSkew);
