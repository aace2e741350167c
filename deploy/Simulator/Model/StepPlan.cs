namespace DcOps.Simulator.Model;

/// <summary>
/// How a span of time is cut into steps. Steps end on whole seconds of Unix time, so that a span cut twice at different
/// places gives the same energy; a long one (the program was off for a week) is cut coarsely, so that it costs a moment.
/// </summary>
public static class StepPlan
{
    const long EvaluationsOfMoment = 20_000_000;

    static readonly long[] Lengths = [1, 2, 5, 10, 30, 60, 300, 900, 3_600];

    /// <summary>Length of the steps, s, that carry <paramref name="racks"/> racks over <paramref name="seconds"/> in a moment.</summary>
    public static long LengthFor(long seconds, int racks) =>
        Array.Find(Lengths, length => seconds / length * racks <= EvaluationsOfMoment) is > 0 and var length
            ? length
            : Lengths[^1];
}
