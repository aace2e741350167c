namespace DcOps.Domain.Scheduling.Release;

/// <summary>What it takes to act on a plan.</summary>
/// <param name="ValidFor">Age of the inputs from which a plan may no longer be approved or released.</param>
/// <param name="TwoPersonsFromKw">IT kW placed in one slot from which two people must approve.</param>
public sealed record ReleasePolicy(TimeSpan ValidFor, double TwoPersonsFromKw)
{
    /// <summary>Two hours are eight slots: what was planned for later is planned again before it is due.</summary>
    public static ReleasePolicy Usual { get; } = new(TimeSpan.FromHours(2), 500);
}
