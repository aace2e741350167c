using System.Text.Json.Nodes;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Grains.Alarms;

/// <summary>Section <c>alarms</c> of the configuration. File names are relative to the configuration's own file.</summary>
public sealed record AlarmSection
{
    public const string Name = "alarms";

    /// <summary>The chain of power, cooling and readings, as CSV or JSON; null: alarms are grouped by room and facility alone.</summary>
    public string? Chain { get; init; }

    /// <summary>Files of rules; one of a shipped rule's id takes its place.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Files of maintenance windows.</summary>
    public ImmutableArray<string> Windows { get; init; } = [];

    /// <summary>What the design suppresses, instead of what is shipped; an empty list suppresses nothing.</summary>
    public ImmutableArray<DesignRule>? Suppressions { get; init; }

    /// <summary>Locations of each named group.</summary>
    public ImmutableDictionary<string, AlarmScope> Groups { get; init; } = ImmutableDictionary<string, AlarmScope>.Empty;

    /// <summary>Belongs to notification, which reads it.</summary>
    public JsonNode? Rosters { get; init; }

    /// <summary>Belongs to notification, which reads it.</summary>
    public JsonNode? Policies { get; init; }

    /// <summary>Belongs to notification, which reads it.</summary>
    public JsonNode? Channels { get; init; }

    /// <summary>Belongs to notification, which reads it.</summary>
    public JsonNode? Pages { get; init; }
}
