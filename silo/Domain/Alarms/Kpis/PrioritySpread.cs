namespace DcOps.Domain.Alarms.Kpis;

/// <summary>How the annunciated alarms spread over the priorities (EEMUA 191: about 80, 15 and 5 of a hundred; vector A13).</summary>
public readonly record struct PrioritySpread(int Advisory, int Minor, int Major, int Critical)
{
    public int Total => Advisory + Minor + Major + Critical;

    /// <summary>Null where there was no alarm.</summary>
    public double? ShareOf(AlarmPriority priority) => Total == 0 ? null : (double)CountOf(priority) / Total;

    public int CountOf(AlarmPriority priority) => priority switch
    {
        AlarmPriority.Advisory => Advisory,
        AlarmPriority.Minor => Minor,
        AlarmPriority.Major => Major,
        _ => Critical,
    };

    public PrioritySpread With(AlarmPriority priority) => priority switch
    {
        AlarmPriority.Advisory => this with { Advisory = Advisory + 1 },
        AlarmPriority.Minor => this with { Minor = Minor + 1 },
        AlarmPriority.Major => this with { Major = Major + 1 },
        _ => this with { Critical = Critical + 1 },
    };
}
