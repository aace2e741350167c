namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Ways of placing work that are in use elsewhere, kept to compare with.</summary>
public enum BaselineKind
{
    /// <summary>In order of release, the first facility of its own region with room, as early as it fits.</summary>
    FirstFitAtHome,

    /// <summary>Earliest deadline first, each at the cheapest place and time left.</summary>
    CheapestByDeadline,

    /// <summary>In order of release, the facility with the best average PUE at that moment, as early as it fits.</summary>
    AveragePue,

    /// <summary>In order of release, the place and time of least carbon intensity, whatever it costs.</summary>
    CarbonOnly,
}
