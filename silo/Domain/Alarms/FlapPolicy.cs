namespace DcOps.Domain.Alarms;

/// <summary>
/// When an alarm flaps: the weighted number of its changes within a window, with a threshold to enter and a lower one to leave.
/// </summary>
/// <param name="Window">Changes older than this count no more.</param>
/// <param name="Enter">A score above this begins the flapping.</param>
/// <param name="Leave">A score below this ends it.</param>
public sealed record FlapPolicy(TimeSpan Window, double Enter, double Leave)
{
    /// <summary>Weight of a change at the far end of the window; one just now weighs <see cref="NewestWeight"/>.</summary>
    public const double OldestWeight = 0.8;

    public const double NewestWeight = 1.2;

    /// <summary>More than six changes in ten minutes.</summary>
    public static FlapPolicy Usual { get; } = new(TimeSpan.FromMinutes(10), 6, 3);
}
