using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live;

/// <summary>What a stream is about, as its address says it: <c>province</c>, <c>facility/NJ-01</c>, <c>room/NJ-01/R01/Inlet</c>,
/// <c>rack/NJ-01/R01/A07</c>.</summary>
static class LivePaths
{
    public const string Province = "province";
    public const string Collectors = "collectors";

    const string FacilityPrefix = "facility/";
    const string RoomPrefix = "room/";
    const string RackPrefix = "rack/";

    public static string Of(FacilityId facility) => FacilityPrefix + facility;

    public static string Of(RoomId room, FloorMetric metric) => $"{RoomPrefix}{room}/{metric}";

    public static string Of(RackId rack) => RackPrefix + rack;

    /// <summary>Null when the path is not about a facility.</summary>
    public static FacilityId? Facility(string path) =>
        path.StartsWith(FacilityPrefix, StringComparison.Ordinal) && FacilityId.TryParse(path[FacilityPrefix.Length..], out var id)
            ? id
            : null;

    /// <summary>Null when the path is not about a room's plan.</summary>
    public static (RoomId Room, FloorMetric Metric)? Plan(string path)
    {
        var last = path.LastIndexOf('/');
        return path.StartsWith(RoomPrefix, StringComparison.Ordinal) && last >= RoomPrefix.Length
            && RoomId.TryParse(path[RoomPrefix.Length..last], out var room) && Enum.TryParse(path[(last + 1)..], out FloorMetric metric)
            && Enum.IsDefined(metric)
                ? (room, metric)
                : null;
    }

    /// <summary>Null when the path is not about a rack.</summary>
    public static RackId? Rack(string path) =>
        path.StartsWith(RackPrefix, StringComparison.Ordinal) && RackId.TryParse(path[RackPrefix.Length..], out var id)
            ? id
            : null;

    public static bool IsKnown(string path, Inventory inventory) =>
        path is Province or Collectors
        || (Facility(path) is { } facility && inventory.TryGet(facility, out _))
        || (Plan(path) is { } plan && inventory.TryGet(plan.Room, out _))
        || (Rack(path) is { } rack && inventory.TryGet(rack, out _));
}
