using DcOps.Dashboard.Live.Sheets;
using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Components;

/// <summary>The address of a room's page: codes, never database ids.</summary>
public static class RoomAddress
{
    public static string Of(RoomId room, FloorMetric metric = FloorMetric.Inlet) =>
        metric == FloorMetric.Inlet ? $"/dc/{room.Facility}/r/{room.RoomCode}" : $"/dc/{room.Facility}/r/{room.RoomCode}?show={metric}";
}
