namespace DcOps.Domain.Alarms.Kpis;

/// <summary>Alarms that began to ask for attention, per staffed console (ISA-18.2, EEMUA 191; vector A05).</summary>
/// <param name="Annunciated">In the period.</param>
/// <param name="Consoles">Staffed operator positions, not user accounts.</param>
public readonly record struct AlarmRate(int Annunciated, int Consoles, TimeSpan Period)
{
    /// <summary>Up to this many in ten minutes is very likely acceptable.</summary>
    public const double Acceptable = 1;

    /// <summary>More than this many in ten minutes cannot be managed.</summary>
    public const double Manageable = 2;

    /// <summary>Null without a console or a period.</summary>
    public double? PerConsoleHour => Consoles > 0 && Period > TimeSpan.Zero ? Annunciated / (Consoles * Period.TotalHours) : null;

    public double? PerTenMinutes => PerConsoleHour / 6;
}
