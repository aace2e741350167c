using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.State;
using DcOps.Simulator.Tests.Model;
using DcOps.Testing;

namespace DcOps.Simulator.Tests.State;

public sealed class SnapshotTests
{
    [Fact]
    public void A_restarted_province_goes_on_as_if_it_had_never_stopped()
    {
        using var folder = new ScratchFolder();
        var steady = new Played();
        var first = new Played();
        steady.Pass(TimeSpan.FromMinutes(10));
        first.Pass(TimeSpan.FromMinutes(3));
        new StateFile(folder.Path).Write(new Snapshot(first.Province, first.Devices, first.Faults).Take(1));

        var second = new Played(startsAt: Played.Start.AddMinutes(9));
        new Snapshot(second.Province, second.Devices, second.Faults).Restore(new StateFile(folder.Path).Read()!);
        second.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(Shown(steady), Shown(second));
        Assert.Equal(steady.Province.Facilities[0].Energy, second.Province.Facilities[0].Energy);
    }

    [Fact]
    public void What_faults_left_behind_survives()
    {
        var first = new Played();
        first.Pass(TimeSpan.FromMinutes(3));
        var snapshot = new Snapshot(first.Province, first.Devices, first.Faults);
        first.Faults.Put(new(FaultKind.Reset, "NJ-01/R01/A01", "pdu-a", null, null));
        first.Faults.Put(new(FaultKind.Wrap, "NJ-02/R01/A02", "pdu-b", null, null));
        first.Faults.Put(new(FaultKind.Wan, "XZ-01", null, null, TimeSpan.FromHours(1)));
        var state = snapshot.Take(1);

        var second = new Played(startsAt: first.Time.GetUtcNow());
        new Snapshot(second.Province, second.Devices, second.Faults).Restore(state);

        Assert.Equal(2, state.Devices.Length);
        Assert.Equal(0, Counts(second, "NJ-01/R01/A01", "pdu-a"));
        Assert.Equal(10_000_000 - 200, Counts(second, "NJ-02/R01/A02", "pdu-b"));
        Assert.Equal(
            first.Device<RackPduDevice>("NJ-02/R01/A02", "pdu-b").Serial,
            second.Device<RackPduDevice>("NJ-02/R01/A02", "pdu-b").Serial);
        Assert.True(second.Device<MeterDevice>("XZ-01", "utility-1").IsSilent);
    }

    [Fact]
    public void Another_province_is_refused_in_words()
    {
        var state = Taken(new Played());
        var other = new Played(seed: 9);

        var refused = Assert.Throws<StateMismatchException>(
            () => new Snapshot(other.Province, other.Devices, other.Faults).Restore(state));

        Assert.Equal(
            "The data folder holds a province of seed 7, 6 facilities and 120 racks, not of seed 9, 6 and 120; "
            + "name another --data or remove the folder.",
            refused.Message);
    }

    [Fact]
    public void A_file_that_is_no_state_is_refused_by_name()
    {
        using var folder = new ScratchFolder();
        var file = new StateFile(folder.Path);
        File.WriteAllText(file.Path, "{ \"seed\": ");

        var refused = Assert.Throws<StateMismatchException>(() => file.Read());

        Assert.StartsWith(file.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_state_replaces_the_old_one_whole()
    {
        using var folder = new ScratchFolder();
        var file = new StateFile(folder.Path);
        var played = new Played();

        file.Write(Taken(played));
        played.Pass(TimeSpan.FromSeconds(10));
        file.Write(Taken(played));

        Assert.Equal(Played.Start.AddSeconds(10), file.Read()!.At);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    static ProvinceState Taken(Played played) => new Snapshot(played.Province, played.Devices, played.Faults).Take(1);

    static long Counts(Played played, string location, string name)
    {
        var device = played.Device<RackPduDevice>(location, name);
        return device.Register.CountsAt(device.TrueMillijoules);
    }

    static long[] Shown(Played played) =>
        [.. played.Devices.All.Where(device => device.Register is not null).Select(device => device.Register!.CountsAt(device.TrueMillijoules))];
}
