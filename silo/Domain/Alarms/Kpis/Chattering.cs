namespace DcOps.Domain.Alarms.Kpis;

/// <summary>An alarm that comes and goes faster than anybody can act (ISA-18.2; vector A01).</summary>
public static class Chattering
{
    public const int Activations = 3;

    public static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    /// <summary>Whether three activations fall within one minute.</summary>
    /// <param name="activations">Of one alarm, by time.</param>
    public static bool IsIn(ReadOnlySpan<DateTimeOffset> activations)
    {
        for (var last = Activations - 1; last < activations.Length; last++)
        {
            if (activations[last] - activations[last - Activations + 1] <= Within)
                return true;
        }

        return false;
    }
}
