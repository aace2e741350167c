using DcOps.Domain.Topology;

namespace DcOps.Dashboard.Components;

/// <summary>The address of a rack's page: codes, never database ids.</summary>
public static class RackAddress
{
    public static string Of(RackId rack) => $"/dc/{rack.Facility}/r/{rack.Room.RoomCode}/{rack.RackCode}";
}
