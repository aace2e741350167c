using System.Globalization;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.Province;

/// <summary>How large a province reports, and how often.</summary>
/// <param name="Collectors">Each delivers an equal share of the facilities over connections of its own.</param>
sealed record LoadSize(int Facilities, int Racks, int Collectors, TimeSpan Interval, TimeSpan Length)
{
    public const int RacksOfRoom = 200;

    public int RacksOf(int facility) => (int)(((long)Racks * (facility + 1) / Facilities) - ((long)Racks * facility / Facilities));

    public static FacilityId IdOf(int facility) => FacilityId.Parse(string.Create(CultureInfo.InvariantCulture, $"NJ-{facility + 1:000}"));

    /// <summary>Racks of a facility, room by room.</summary>
    public IEnumerable<RackId> RacksIn(int facility) => Enumerable.Range(0, RacksOf(facility)).Select(number => new RackId(
        new RoomId(IdOf(facility), string.Create(CultureInfo.InvariantCulture, $"R{(number / RacksOfRoom) + 1:00}")),
        string.Create(CultureInfo.InvariantCulture, $"A{(number % RacksOfRoom) + 1:000}")));

    public IEnumerable<int> FacilitiesOf(int collector) => Enumerable.Range(0, Facilities).Where(facility => facility % Collectors == collector);

    public static string NameOf(int collector) => string.Create(CultureInfo.InvariantCulture, $"load-{collector:00}");

    public static string TokenOf(int collector) => string.Create(CultureInfo.InvariantCulture, $"a-token-of-the-benchmark-{collector:00}");
}
