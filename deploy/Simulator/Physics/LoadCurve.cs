namespace DcOps.Simulator.Physics;

/// <summary>
/// Mean utilisation of a site's servers, 0 to 1, by hour, weekday and kind: a base and bell-shaped bumps on the circle of
/// 24 hours. Shapes are the trade's common knowledge (evening peak of public services, office hours, overnight batch).
/// </summary>
public static class LoadCurve
{
    public static double At(SiteKind kind, LocalTime time) => kind switch
    {
        SiteKind.Cloud => 0.46
            + (Bump(time.Hour, 21, 2.8) * 0.22)
            + (Bump(time.Hour, 11, 3) * (0.14 - (0.06 * time.Weekend))),
        SiteKind.Finance => 0.34
            + (Bump(time.Hour, 11, 2.6) * 0.30 * (1 - (0.85 * time.Weekend)))
            + (Bump(time.Hour, 2.5, 1.4) * 0.22),
        SiteKind.Government => 0.30
            + (Bump(time.Hour, 10, 1.8) * 0.22 * (1 - (0.8 * time.Weekend)))
            + (Bump(time.Hour, 15, 2) * 0.20 * (1 - (0.8 * time.Weekend))),
        SiteKind.AiTraining => 0.86,
        SiteKind.Edge => 0.28
            + (Bump(time.Hour, 20.5, 2.4) * (0.34 + (0.06 * time.Weekend)))
            + (Bump(time.Hour, 12.5, 1.6) * 0.14),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a site kind"),
    };

    // Gauss on the circle: the distance between 23:00 and 1:00 is two hours.
    static double Bump(double hour, double centre, double width)
    {
        var away = Math.Abs(hour - centre);
        var distance = Math.Min(away, 24 - away) / width;
        return Math.Exp(-0.5 * distance * distance);
    }
}
