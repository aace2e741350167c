namespace DcOps.Domain.Alarms.Rules;

/// <summary>Whose value is compared with its own history.</summary>
public enum AnomalySubject
{
    /// <summary>Power of a rack; of those alone that the rule's <c>where</c> names, for each costs the reading of a month.</summary>
    Rack,

    /// <summary>IT power of a facility, at the same hour and weather.</summary>
    ItPower,

    /// <summary>Cooling power of a facility, at the same load, hour and weather.</summary>
    CoolingPower,

    /// <summary>All that enters a facility, at the same load, hour and weather.</summary>
    TotalPower,
}
