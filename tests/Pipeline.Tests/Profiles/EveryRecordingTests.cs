using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Recordings of real devices, beside the project and never part of it.</summary>
public sealed class EveryRecordingTests
{
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
    static readonly Lazy<ImmutableArray<Coverage>> All = new(() => [.. RecordedDevice.OfInfrastructure().Select(device => Coverage.Of(device, Library))]);

    [Fact]
    public void Agree_with_another_monitor_wherever_it_reads_the_mib()
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var line in CoverageTable.Of(All.Value))
            output.WriteLine(line);

        Assert.InRange(Share(one => one.Equal, one => one.Sensors), 0.995, 1);
        Assert.InRange(Share(one => one.Equal, one => one.Compared), 0.966, 1);
        Assert.InRange(Share(one => one.Equal + one.SameNumber, one => one.Compared), 0.975, 1);
        Assert.Empty(All.Value.SelectMany(one => one.Wrong));
    }

    [Fact]
    public void Never_have_a_value_in_a_unit_that_it_is_not_in()
    {
        Assert.Empty(All.Value.SelectMany(one => one.WrongUnit));
    }

    [Fact]
    public void Are_recognised_but_for_those_that_say_nothing_we_know()
    {
        Assert.Equal(
            [],
            All.Value.Where(one => one.Profile is null).Select(one => one.Device.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_servers_and_switches_are_read_by_the_standard_mibs()
    {
        var computing = RecordedDevice.OfComputing().Select(device => Coverage.Of(device, Library)).ToImmutableArray();
        foreach (var line in CoverageTable.Of(computing))
            TestContext.Current.TestOutputHelper!.WriteLine(line);

        Assert.Empty(computing.SelectMany(one => one.Wrong));
        Assert.InRange((double)computing.Sum(one => one.Equal) / computing.Sum(one => one.Sensors), 0.95, 1);
        Assert.InRange(computing.Count(one => one.Profile is not null), computing.Length * 3 / 4, computing.Length);
    }

    [Fact]
    public void Have_their_states_ranked()
    {
        Assert.InRange(Share(one => one.CodesMapped, one => one.Codes), 0.97, 1);
        Assert.InRange(Share(one => one.StatesEqual, one => one.States), 0.95, 1);
    }

    [Fact]
    public void Have_every_bogus_reading_rejected()
    {
        Assert.Equal(All.Value.Sum(one => one.Suspects), All.Value.Sum(one => one.Rejected));
    }

    [Fact]
    public void Never_yield_a_value_that_is_no_number()
    {
        var readings = Messages().SelectMany(message => new ReadingNormaliser(message.Device).Normalise(message).Readings).ToList();

        Assert.NotEmpty(readings);
        Assert.DoesNotContain(readings, reading => reading.Value is { } value && !double.IsFinite(value));
        Assert.DoesNotContain(readings, reading => reading.Value is null && reading.Quality != ReadingQuality.Bad);
    }

    static double Share(Func<Coverage, int> part, Func<Coverage, int> whole) => (double)All.Value.Sum(part) / All.Value.Sum(whole);

    static IEnumerable<Telemetry.DeviceMessage> Messages()
    {
        foreach (var device in RecordedDevice.All())
        {
            if (Library.Recognise(device.Recording.SystemObjectId, device.Recording.Answers) is { } profile)
                yield return device.Recording.Ask(profile);
        }
    }
}
