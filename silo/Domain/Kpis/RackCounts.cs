using DcOps.Domain.Units;

namespace DcOps.Domain.Kpis;

/// <summary>Racks of a facility as capacity statistics count them.</summary>
/// <param name="Design">Racks that the design has room for.</param>
/// <param name="Installed">Racks that stand.</param>
/// <param name="InService">Racks in service.</param>
/// <param name="RatedPower">Nameplate power of the installed racks together.</param>
/// <param name="InServiceMeans">What "in service" was taken to mean, for the definition is stored with the figure.</param>
public sealed record RackCounts(int Design, int Installed, int InService, Power RatedPower, string InServiceMeans)
{
    /// <summary>Powered, with at least one IT device registered, and a mean power above 100 W.</summary>
    public const string DefaultMeaning = "powered, at least one IT device registered, mean power above 100 W";
}
