namespace DcOps.Simulator.Physics;

/// <summary>Utilisation of one site at an instant: the curve of its kind and what is the site's own.</summary>
public sealed class SiteLoad(SiteKind kind, ulong key)
{
    readonly ulong _slow = SeededNoise.Key(key, "load");
    readonly ulong _jobs = SeededNoise.Key(key, "jobs");

    /// <summary>0 to 1.</summary>
    public double At(DateTimeOffset instant)
    {
        var hours = instant.ToUnixTimeSeconds() / 3600.0;
        var curve = LoadCurve.At(kind, LocalTime.Of(instant));
        var own = 0.04 * SeededNoise.Smooth(_slow, hours / 1.5);
        return Math.Clamp(curve + own + (kind == SiteKind.AiTraining ? Jobs(hours) : 0), 0.02, 1);
    }

    // Large training jobs start and end: plateaus of hours with steep flanks, not a daily wave.
    double Jobs(double hours) => 0.13 * (Math.Tanh(6 * SeededNoise.Smooth(_jobs, hours / 5)) - 0.4);
}
