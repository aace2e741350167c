using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Recordings of real devices, beside the project and never part of it.</summary>
public sealed class EveryRecordingTests
{
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
    static readonly Lazy<ImmutableArray<Coverage>> All = new(() => [.. RecordedDevice.OfInfrastructure().Select(device => Coverage.Of(device, Library))]);

    [Fact]
    public void Are_covered()
    {
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var line in CoverageTable.Of(All.Value))
            output.WriteLine(line);
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

    static IEnumerable<Telemetry.DeviceMessage> Messages()
    {
        foreach (var device in RecordedDevice.All())
        {
            if (Library.Recognise(device.Recording.SystemObjectId, device.Recording.Answers) is { } profile)
                yield return device.Recording.Ask(profile);
        }
    }
}
