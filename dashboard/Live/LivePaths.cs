using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Live;

/// <summary>What a stream is about, as its address says it: <c>province</c>, <c>facility/NJ-01</c>, <c>rack/NJ-01/R01/A07</c>.</summary>
static class LivePaths
{
    public const string Province = "province";
    public const string Collectors = "collectors";

    const string FacilityPrefix = "facility/";
    const string RackPrefix = "rack/";

    public static string Of(FacilityId facility) => FacilityPrefix + facility;

    public static string Of(RackId rack) => RackPrefix + rack;

    /// <summary>Null when the path is not about a facility.</summary>
    public static FacilityId? Facility(string path) =>
        path.StartsWith(FacilityPrefix, StringComparison.Ordinal) && FacilityId.TryParse(path[FacilityPrefix.Length..], out var id)
            ? id
            : null;

    /// <summary>Null when the path is not about a rack.</summary>
    public static RackId? Rack(string path) =>
        path.StartsWith(RackPrefix, StringComparison.Ordinal) && RackId.TryParse(path[RackPrefix.Length..], out var id)
            ? id
            : null;

    public static bool IsKnown(string path, Inventory inventory) =>
        path is Province or Collectors
        || (Facility(path) is { } facility && inventory.TryGet(facility, out _))
        || (Rack(path) is { } rack && inventory.TryGet(rack, out _));
}
