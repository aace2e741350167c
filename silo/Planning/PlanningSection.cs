using System.ComponentModel.DataAnnotations;
using DcOps.Planning.Dispatch;

namespace DcOps.Planning;

/// <summary>Section <c>planning</c> of the configuration: where compute should go.</summary>
public sealed class PlanningSection
{
    public const string Section = "planning";

    /// <summary>Folder of the plan's tables, beside the configuration; taken at start when it is another than the one kept.</summary>
    [MinLength(1, ErrorMessage = "must name a folder.")]
    public string? Tables { get; init; }

    /// <summary>Age of the inputs from which a plan may no longer be approved or released.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00", ErrorMessage = "must be from 00:05:00 to seven days (7.00:00:00).")]
    public TimeSpan ValidFor { get; init; } = TimeSpan.FromHours(2);

    /// <summary>IT kW placed in one slot from which two people must approve.</summary>
    [Range(0, 1e9, ErrorMessage = "must be zero or more.")]
    public double TwoPersonsFromKilowatts { get; init; } = 500;

    /// <summary>Time after which the best plan so far is taken.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 00:00:01 to one hour (01:00:00).")]
    public TimeSpan LongestSearch { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a plan is made without being asked for, from what is measured then; 00:00:00 for never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "must be from 00:00:00 (never) to one day (1.00:00:00).")]
    public TimeSpan ReplanEvery { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether the tables' jobs come again each day, as recurring work does.</summary>
    public bool DailyJobs { get; init; }

    /// <summary>What becomes of a released plan.</summary>
    public DispatchSection? Dispatch { get; init; }
}
