using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Model;
using DcOps.Simulator.Tests.Model;

namespace DcOps.Simulator.Tests.Faults;

public sealed class FaultBoardTests
{
    readonly Played _played = new();

    [Fact]
    public void A_silent_device_answers_again_when_the_time_is_over()
    {
        var pdu = Pdu("NJ-01/R01/A01", "pdu-a");

        Put(FaultKind.Silent, "NJ-01/R01/A01", "pdu-a", minutes: 10);
        var during = pdu.IsSilent;
        _played.Pass(TimeSpan.FromMinutes(10));

        Assert.True(during);
        Assert.False(pdu.IsSilent);
        Assert.Empty(_played.Faults.Standing);
    }

    [Fact]
    public void A_silent_device_goes_on_counting()
    {
        var pdu = Pdu("NJ-01/R01/A01", "pdu-a");
        Put(FaultKind.Silent, "NJ-01/R01/A01", "pdu-a", minutes: 30);

        _played.Pass(TimeSpan.FromMinutes(10));

        Assert.True(pdu.TrueMillijoules > 0);
    }

    [Fact]
    public void A_reset_register_starts_at_zero_says_when_and_leaves_the_truth_alone()
    {
        var pdu = Pdu("NJ-01/R01/A01", "pdu-a");
        _played.Pass(TimeSpan.FromHours(1));
        var truth = pdu.TrueMillijoules;
        var started = pdu.StartedAt;

        var fault = Put(FaultKind.Reset, "NJ-01/R01/A01", "pdu-a");

        Assert.False(fault.IsStanding);
        Assert.Equal(0, pdu.Register.CountsAt(pdu.TrueMillijoules));
        Assert.Equal(truth, pdu.TrueMillijoules);
        Assert.Equal(_played.Time.GetUtcNow(), pdu.RegisterResetAt);
        Assert.Equal(started, pdu.StartedAt);
    }

    [Fact]
    public void A_wrap_exchanges_the_pdu_for_one_that_wraps_within_the_hour()
    {
        var pdu = Pdu("NJ-02/R01/A01", "pdu-a");
        var serial = pdu.Serial;

        Put(FaultKind.Wrap, "NJ-02/R01/A01", "pdu-a");
        var before = pdu.Register.CountsAt(pdu.TrueMillijoules);
        _played.Pass(TimeSpan.FromHours(1));
        var after = pdu.Register.CountsAt(pdu.TrueMillijoules);

        Assert.NotEqual(serial, pdu.Serial);
        Assert.Equal(10_000_000 - 200, before);
        Assert.InRange(after, 100, 5_000);
    }

    [Fact]
    public void A_trip_moves_the_rows_load_to_the_other_feed_and_silences_the_dead_pdus()
    {
        _played.Pass(TimeSpan.FromSeconds(30));
        var site = _played.Province.Facilities[0];

        Put(FaultKind.Trip, "NJ-01/R01/A", minutes: 5);
        _played.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(0, site.Feeds.Milliwatts(0, Feed.A));
        Assert.True(site.Feeds.Milliwatts(0, Feed.B) > 0);
        Assert.Equal(site.Power.ItInput, Enumerable.Range(0, site.Plan.RackCount).Sum(rack =>
            site.Feeds.Milliwatts(rack, Feed.A) + site.Feeds.Milliwatts(rack, Feed.B)));
        Assert.True(Pdu("NJ-01/R01/A01", "pdu-a").IsSilent);
        Assert.False(Pdu("NJ-01/R01/A01", "pdu-b").IsSilent);
        Assert.False(Pdu("NJ-01/R01/B01", "pdu-a").IsSilent);
    }

    [Fact]
    public void After_a_trip_the_pdu_starts_anew_and_keeps_its_register()
    {
        var pdu = Pdu("NJ-01/R01/A01", "pdu-a");
        _played.Pass(TimeSpan.FromMinutes(10));
        var counted = pdu.TrueMillijoules;

        Put(FaultKind.Trip, "NJ-01/R01/A", minutes: 5);
        _played.Pass(TimeSpan.FromMinutes(5));

        Assert.False(pdu.IsSilent);
        Assert.Equal(_played.Time.GetUtcNow(), pdu.StartedAt);
        Assert.True(pdu.TrueMillijoules >= counted);
    }

    [Fact]
    public void A_rack_without_feeds_is_off()
    {
        Put(FaultKind.Trip, "NJ-01/R01/A01");
        _played.Faults.Put(new(FaultKind.Trip, "NJ-01/R01/A01", null, Feed.B, null));

        _played.Pass(TimeSpan.FromSeconds(1));

        var feeds = _played.Province.Facilities[0].Feeds;
        Assert.Equal((0, 0), (feeds.Milliwatts(0, Feed.A), feeds.Milliwatts(0, Feed.B)));
    }

    [Fact]
    public void A_wan_cut_silences_every_device_of_the_facility_and_no_other()
    {
        Put(FaultKind.Wan, "NJ-01", minutes: 15);

        var silent = _played.Devices.All.Where(device => device.IsSilent).Select(device => device.Location.Facility.Value).Distinct();

        Assert.Equal(["NJ-01"], silent);
        Assert.All(_played.Devices.Of(Domain.Topology.FacilityId.Parse("NJ-01")), device => Assert.True(device.IsSilent));
    }

    [Fact]
    public void Two_faults_on_one_device_end_independently()
    {
        var silent = Put(FaultKind.Silent, "NJ-01/R01/A01", "pdu-a");
        var wan = Put(FaultKind.Wan, "NJ-01");

        _played.Faults.Clear(wan.Id);
        var afterOne = Pdu("NJ-01/R01/A01", "pdu-a").IsSilent;
        _played.Faults.Clear(silent.Id);

        Assert.True(afterOne);
        Assert.False(Pdu("NJ-01/R01/A01", "pdu-a").IsSilent);
    }

    [Fact]
    public void Clearing_all_ends_everything()
    {
        Put(FaultKind.Wan, "NJ-01");
        Put(FaultKind.Stuck, "SZ-01/R01/A01", "env");

        var ended = _played.Faults.Clear(id: null);

        Assert.Equal(2, ended);
        Assert.All(_played.Devices.All, device => Assert.False(device.IsSilent || device.IsStuck));
    }

    [Theory]
    [InlineData(FaultKind.Silent, "NJ-01/R01/A01", "pdu-c", "There is no device 'pdu-c' at 'NJ-01/R01/A01'.")]
    [InlineData(FaultKind.Silent, "nowhere", "pdu-a", "There is no device 'pdu-a' at 'nowhere'.")]
    [InlineData(FaultKind.Silent, "NJ-01/R01/A01", null, "A silent fault needs a device, as in: silent NJ-01/R01/A01 pdu-a.")]
    [InlineData(FaultKind.Reset, "NJ-01", "ups-1", "'ups-1' at 'NJ-01' has no energy register.")]
    [InlineData(FaultKind.Wrap, "NJ-01", "utility-1", "The register of 'utility-1' at 'NJ-01' counts up for ever; Vertiv's rack PDUs (government and edge sites) wrap.")]
    [InlineData(FaultKind.Trip, "NJ-01/R01/Z", null, "There is no row or rack 'NJ-01/R01/Z'; a row is written NJ-01/R01/A.")]
    [InlineData(FaultKind.Wan, "NJ-77", null, "There is no facility 'NJ-77'.")]
    public void What_does_not_exist_is_refused_by_name(FaultKind kind, string target, string? device, string reason)
    {
        var refused = Assert.Throws<FaultRefusedException>(() => Put(kind, target, device));

        Assert.Equal(reason, refused.Message);
        Assert.Empty(_played.Faults.Standing);
    }

    Fault Put(FaultKind kind, string target, string? device = null, int? minutes = null) =>
        _played.Faults.Put(new(kind, target, device, null, minutes is { } count ? TimeSpan.FromMinutes(count) : null));

    RackPduDevice Pdu(string location, string name) => _played.Device<RackPduDevice>(location, name);
}
