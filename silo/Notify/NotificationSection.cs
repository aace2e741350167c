using System.Text.Json.Nodes;

namespace DcOps.Notify;

/// <summary>What of section <c>alarms</c> is about who is told; the rest belongs to the alarms themselves.</summary>
public sealed class NotificationSection
{
    public const string Name = "alarms";

    public ImmutableArray<RosterOptions> Rosters { get; init; } = [];

    public PolicyOptions? Policies { get; init; }

    public ImmutableArray<ChannelOptions> Channels { get; init; } = [];

    /// <summary>Address under which people reach the pages; notices link to it.</summary>
    public Uri? Pages { get; init; }

    /// <summary>Read by the alarms.</summary>
    public JsonNode? Chain { get; init; }

    /// <summary>Read by the alarms.</summary>
    public JsonNode? Rules { get; init; }

    /// <summary>Read by the alarms.</summary>
    public JsonNode? Windows { get; init; }

    /// <summary>Read by the alarms.</summary>
    public JsonNode? Groups { get; init; }
}
