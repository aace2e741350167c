using System.Text.Json.Serialization;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms;

/// <summary>A rule that reads single values of points.</summary>
public abstract class PointRule : AlarmRuleOf<PointView>
{
    /// <summary>Quantities whose readings are shown to it; never empty.</summary>
    [JsonIgnore]
    public abstract ImmutableArray<Quantity> Quantities { get; }

    /// <summary>Whether it asks for the class or the rating of the equipment.</summary>
    [JsonIgnore]
    public virtual bool NeedsEquipment => false;

    /// <summary>Whether it is about this point at all.</summary>
    public virtual bool Concerns(in PointView view) => true;
}
