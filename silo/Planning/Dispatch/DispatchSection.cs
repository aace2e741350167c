using System.ComponentModel.DataAnnotations;

namespace DcOps.Planning.Dispatch;

/// <summary>Section <c>planning.dispatch</c> of the configuration.</summary>
public sealed class DispatchSection
{
    public DispatchMode Mode { get; init; } = DispatchMode.Off;

    /// <summary>How long before its start a job is sent.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00", ErrorMessage = "must be from 00:00:00 to 12:00:00.")]
    public TimeSpan Lead { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>IT kW that may be sent to one facility within a quarter-hour.</summary>
    [Range(0.0, 1e9, ErrorMessage = "must be zero or more.")]
    public double RampKilowatts { get; init; } = 500;

    /// <summary>Jobs that may be taken back within a quarter-hour for a later plan.</summary>
    [Range(0, 100_000, ErrorMessage = "must be from 0 to 100000.")]
    public int MostRecalls { get; init; } = 20;

    /// <summary>How long after its start a job must be seen to run.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00", ErrorMessage = "must be from 00:05:00 to one day (1.00:00:00).")]
    public TimeSpan VerifyWithin { get; init; } = TimeSpan.FromMinutes(30);

    public ImmutableArray<DispatchSiteSection> Sites { get; init; } = [];
}
