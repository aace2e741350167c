using DcOps.Domain.Topology;

namespace DcOps.Simulator.Layout;

/// <summary>Ids of a site's things in its power and cooling chain.</summary>
public static class ChainNames
{
    public const string Switchboard = "switchboard-1";
    public const string Ups = "ups-1";
    public const string Chiller = "chiller-1";
    public const string Router = "router-1";
    public const string Gateway = "gateway-1";

    /// <param name="feed"><c>a</c> or <c>b</c>.</param>
    public static string BreakerOf(RowPlan row, char feed) => $"{RowPlan.PanelName(row.Room, feed)}/breaker-{row.Breaker}";

    public static string RackOf(RackId rack) => $"{rack.Room.RoomCode}/{rack.RackCode}".ToLowerInvariant();

    /// <param name="place">Room and rack, as in <c>R01/A01</c>; empty for the plant.</param>
    public static string DeviceOf(string place, string device) => place.Length == 0 ? device : $"{place.ToLowerInvariant()}/{device}";

    public static string SwitchOf(RoomId room) => $"switch-{room.RoomCode.ToLowerInvariant()}";

    /// <summary>The unit of a room that publishes over MQTT.</summary>
    public static string CduOf(RoomId room) => $"cdu-{room.RoomCode.ToLowerInvariant()}";

    /// <summary>The one that is polled over SNMP.</summary>
    public static string PolledCduOf(RoomId room) => $"{CduOf(room)}-b";

    /// <summary>Both units of a room.</summary>
    public static ImmutableArray<string> CdusOf(RoomId room) => [CduOf(room), PolledCduOf(room)];
}
