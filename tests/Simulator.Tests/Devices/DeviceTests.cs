using DcOps.Simulator.Devices;
using DcOps.Simulator.Tests.Model;

namespace DcOps.Simulator.Tests.Devices;

public sealed class DeviceTests
{
    [Fact]
    public void The_registers_of_a_racks_pdus_rise_by_the_racks_true_energy()
    {
        var played = new Played();
        var (a, b) = Pdus(played);
        var before = Shown(a) + Shown(b);

        played.Pass(TimeSpan.FromHours(1));

        var truth = (a.TrueMillijoules + b.TrueMillijoules) / (double)RegisterForm.WattHour;
        Assert.True(truth > 1_000);
        Assert.Equal(truth, Shown(a) + Shown(b) - before, tolerance: 200);
    }

    [Fact]
    public void The_phases_of_a_pdu_add_up_to_it()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromSeconds(5));
        var (pdu, _) = Pdus(played);

        var measure = pdu.Measured;

        Assert.Equal(measure.Milliwatts / 1_000.0, Enumerable.Range(1, 3).Sum(phase => pdu.PhaseWatts(measure, phase)), tolerance: 1e-6);
        Assert.Equal(pdu.PhaseWatts(measure, 2), pdu.PhaseVolts(measure, 2) * pdu.PhaseAmperes(measure, 2) * pdu.PowerFactor, tolerance: 1e-6);
    }

    [Fact]
    public void The_outlets_of_a_pdu_add_up_to_it_where_it_has_outlet_meters()
    {
        var played = new Played();
        var metered = played.Device<RackPduDevice>("SZ-01/R01/A01", "pdu-a");
        var (plain, _) = Pdus(played);

        Assert.Equal(24, metered.Outlets);
        Assert.Equal(1, Enumerable.Range(1, 24).Sum(metered.OutletShare), tolerance: 1e-9);
        Assert.Equal(0, plain.Outlets);
    }

    [Fact]
    public void Two_utility_meters_add_up_to_the_site_to_the_last_millijoule()
    {
        var played = new Played(racks: 1_200);
        var (one, two) = (played.Device<MeterDevice>("NJ-01", "utility-1"), played.Device<MeterDevice>("NJ-01", "utility-2"));

        played.Pass(TimeSpan.FromSeconds(17));

        Assert.Equal(played.Province.Facilities[0].Energy.Utility, one.TrueMillijoules + two.TrueMillijoules);
        Assert.True(one.TrueMillijoules > two.TrueMillijoules && two.TrueMillijoules > 0);
    }

    [Fact]
    public void A_stuck_device_repeats_its_last_measure_until_it_is_freed()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromSeconds(5));
        var sensor = played.Device<AirSensorDevice>("NJ-01/R01/A01", "env");
        var before = sensor.Measured;

        sensor.IsStuck = true;
        played.Pass(TimeSpan.FromMinutes(20));
        var stuck = sensor.Measured;
        sensor.IsStuck = false;

        Assert.Equal(before, stuck);
        Assert.NotEqual(before, sensor.Measured);
    }

    [Fact]
    public void An_exchanged_device_has_another_serial_number()
    {
        var (pdu, other) = Pdus(new Played());
        var first = pdu.Serial;

        pdu.Exchanges++;

        Assert.NotEqual(first, pdu.Serial);
        Assert.NotEqual(first, other.Serial);
        Assert.Matches("^ZA[0-9]{10}$", pdu.Serial);
    }

    [Fact]
    public void The_ups_shows_the_sites_flow_through_it()
    {
        var played = new Played();
        played.Pass(TimeSpan.FromSeconds(5));
        var ups = played.Device<UpsDevice>("SZ-02", "ups-1");

        var measure = ups.Measured;

        var site = played.Province.Facilities.Single(facility => facility.Plan.Id.Value == "SZ-02").Power;
        Assert.Equal(site.UpsOutput / 1_000.0, Enumerable.Range(1, 3).Sum(line => UpsDevice.OutputWatts(measure, line)), tolerance: 1e-6);
        Assert.Equal(site.UpsInput / 1_000.0, Enumerable.Range(1, 3).Sum(line => UpsDevice.InputWatts(measure, line)), tolerance: 1e-6);
        Assert.True(measure.MinutesLeft > 8);
    }

    static (RackPduDevice A, RackPduDevice B) Pdus(Played played) =>
        (played.Device<RackPduDevice>("NJ-01/R01/A01", "pdu-a"), played.Device<RackPduDevice>("NJ-01/R01/A01", "pdu-b"));

    // Wh.
    static long Shown(RackPduDevice pdu) => pdu.Register.CountsAt(pdu.TrueMillijoules) * 100;
}
