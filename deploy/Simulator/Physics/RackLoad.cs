namespace DcOps.Simulator.Physics;

/// <summary>
/// The power of one rack's servers: linear in utilisation between idle and full (the usual server power model,
/// Fan, Weber, Barroso 2007), with a rhythm of the rack's own.
/// </summary>
public readonly struct RackLoad
{
    const double NoiseSeconds = 90;
    const double CheckpointSeconds = 2_700;

    readonly ulong _noise;
    readonly double _idleWatts;
    readonly double _dynamicWatts;
    readonly double _bias;
    readonly double _checkpointPhase;

    /// <param name="row">Racks of one row of an AI site run one job and write its checkpoints together.</param>
    public RackLoad(SiteKind kind, double provisionedWatts, ulong key, ulong row)
    {
        _noise = SeededNoise.Key(key, "noise");

        // One rack in fifty stands empty: a measured zero, which is not the same as no measurement.
        var fill = SeededNoise.Unit(SeededNoise.Key(key, "occupied")) < 0.02
            ? 0
            : SeededNoise.Between(SeededNoise.Key(key, "fill"), 0.62, 0.98);
        var idleShare = kind == SiteKind.AiTraining ? 0.22 : 0.42;
        _idleWatts = provisionedWatts * fill * idleShare;
        _dynamicWatts = provisionedWatts * fill * (1 - idleShare);
        _bias = SeededNoise.Between(SeededNoise.Key(key, "bias"), 0.8, 1.2);
        _checkpointPhase = kind == SiteKind.AiTraining ? SeededNoise.Between(row, 0, CheckpointSeconds) : -1;
    }

    /// <summary>Milliwatts at a site utilisation and an instant in seconds of Unix time; 0 for an empty rack.</summary>
    public long MilliwattsAt(double utilization, double unixSeconds)
    {
        var own = utilization * _bias * (1 + (0.06 * SeededNoise.Smooth(_noise, unixSeconds / NoiseSeconds)));
        if (_checkpointPhase >= 0 && (unixSeconds + _checkpointPhase) % CheckpointSeconds < 75)
            own *= 0.7;
        return (long)((_idleWatts + (_dynamicWatts * Math.Clamp(own, 0, 1))) * 1_000);
    }
}
