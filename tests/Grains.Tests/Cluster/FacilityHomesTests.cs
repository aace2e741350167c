using System.Globalization;
using System.Net;
using DcOps.Grains.Placement;

namespace DcOps.Grains.Tests.Cluster;

public sealed class FacilityHomesTests
{
    static readonly SiloAddress[] Three = [Silo(11_111, 1), Silo(11_112, 1), Silo(11_113, 1)];

    static IEnumerable<string> Facilities => Enumerable.Range(1, 400).Select(number => string.Create(CultureInfo.InvariantCulture, $"NJ-{number:000}"));

    [Fact]
    public void A_facility_its_rooms_and_its_racks_have_one_home()
    {
        foreach (var facility in Facilities)
        {
            var home = FacilityHomes.Of(facility, Three);
            Assert.Equal(home, FacilityHomes.Of($"{facility}/R07", Three));
            Assert.Equal(home, FacilityHomes.Of($"{facility}/R07/A031", Three));
        }
    }

    [Fact]
    public void Every_silo_has_its_share()
    {
        var shares = Facilities.CountBy(facility => FacilityHomes.Of(facility, Three)).ToList();

        Assert.Equal(3, shares.Count);
        Assert.All(shares, share => Assert.InRange(share.Value, 100, 170));
    }

    [Fact]
    public void When_a_silo_leaves_nothing_moves_between_those_that_stay()
    {
        foreach (var facility in Facilities)
        {
            var (before, after) = (FacilityHomes.Of(facility, Three), FacilityHomes.Of(facility, Three[..2]));
            Assert.True(before.Equals(after) || before.Equals(Three[2]));
        }
    }

    [Fact]
    public void A_silo_that_restarts_has_the_same_facilities_again()
    {
        SiloAddress[] restarted = [Three[0], Silo(11_112, 2), Three[2]];

        foreach (var facility in Facilities)
            Assert.Equal(FacilityHomes.Of(facility, Three).Endpoint, FacilityHomes.Of(facility, restarted).Endpoint);
    }

    [Fact]
    public void Without_a_silo_there_is_no_home() => Assert.Throws<ArgumentException>(() => FacilityHomes.Of("NJ-001", []));

    static SiloAddress Silo(int port, int generation) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, port), generation);
}
