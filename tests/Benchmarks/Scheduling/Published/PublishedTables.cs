namespace DcOps.Benchmarks.Scheduling.Published;

/// <summary>Figures as their authors published them.</summary>
public static class PublishedTables
{
    /// <summary>Sukprasert et al., EuroSys 2024: g/kWh saved by deferral with 24 h of slack and by interrupting on top, Oceania 2022.</summary>
    public static readonly ImmutableArray<(int Hours, double Deferral, double Interrupting)> Oceania =
    [
        (1, 96.41, 0), (6, 78.75, 4.09), (12, 50.55, 17.74), (24, 16.68, 34.66), (48, 10.94, 23.28), (96, 6.06, 15.91), (168, 3.51, 11.30),
    ];

    /// <summary>Hanafy et al. (GAIA), ASPLOS 2024, figure 8: carbon over running at once.</summary>
    public static readonly ImmutableArray<(Domain.Scheduling.Replay.ReplayPolicy Policy, double Carbon)> Figure8 =
    [
        (Domain.Scheduling.Replay.ReplayPolicy.LowestSlot, 0.7800), (Domain.Scheduling.Replay.ReplayPolicy.LowestWindow, 0.6837),
        (Domain.Scheduling.Replay.ReplayPolicy.SavingPerDelay, 0.7249), (Domain.Scheduling.Replay.ReplayPolicy.Threshold, 0.6391),
    ];

    /// <summary>kg CO2 of running at once, figure 8; from another edition of the carbon series, so only the first three digits compare.</summary>
    public const double Figure8AtOnce = 562.171;

    /// <summary>Figure 11: reserved units, carbon and cost over running at once without any.</summary>
    public static readonly ImmutableArray<(int Reserved, double Carbon, double Cost)> Figure11 =
    [
        (0, 0.7249, 1), (6, 0.8165, 0.8019), (9, 0.8544, 0.7137), (12, 0.8892, 0.6237), (18, 0.9614, 0.5349), (24, 0.9897, 0.5536),
    ];
}
