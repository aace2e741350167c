using DcOps.Simulator.Model;

namespace DcOps.Simulator.Faults;

/// <summary>A fault as it is asked for.</summary>
/// <param name="Target">A facility (<c>NJ-01</c>), a rack (<c>NJ-01/R01/A01</c>) or a row (<c>NJ-01/R01/A</c>), as the kind needs.</param>
/// <param name="Device">Name of the device at the target; null where the kind needs none.</param>
/// <param name="Feed">For a trip; null means A.</param>
/// <param name="For">How long; null until it is cleared.</param>
/// <param name="Every">Period of a flapping sensor; null means <see cref="UsualPeriod"/>.</param>
public sealed record FaultRequest(FaultKind Kind, string Target, string? Device, Feed? Feed, TimeSpan? For, TimeSpan? Every = null)
{
    /// <summary>Half of it is longer than the delay of a usual alarm.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromMinutes(3);
}
