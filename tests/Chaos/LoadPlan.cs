using System.Globalization;
using DcOps.Domain.Topology;

namespace DcOps.Chaos;

/// <summary>How much is sent. Each facility has a room whose past is played, and one that is read as it happens.</summary>
/// <param name="Seconds">How long it sends.</param>
sealed record LoadPlan(int Seed, int Seconds, int Facilities, int RacksOfRoom)
{
    public IEnumerable<RackId> Past => RacksIn("R01");

    public IEnumerable<RackId> Live => RacksIn("R02");

    IEnumerable<RackId> RacksIn(string room) => Enumerable.Range(1, Facilities).SelectMany(facility =>
        Enumerable.Range(1, RacksOfRoom).Select(rack => new RackId(
            new RoomId(FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"NJ-{facility:000}")), room),
            string.Create(CultureInfo.InvariantCulture, $"A{rack:000}"))));
}
