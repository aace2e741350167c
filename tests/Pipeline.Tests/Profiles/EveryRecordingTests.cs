using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Telemetry;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Recordings of real devices, beside the project and never part of it.</summary>
public sealed class EveryRecordingTests
{
    /// <summary>Where each family's objects are.</summary>
    static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["apc-rpdu2"] = "1.3.6.1.4.1.318.1.1.26.",
        ["eaton-epdu"] = "1.3.6.1.4.1.534.6.6.7.",
        ["raritan-pdu2"] = "1.3.6.1.4.1.13742.6.",
        ["rfc1628-ups"] = "1.3.6.1.2.1.33.1.",
        ["sentry4"] = "1.3.6.1.4.1.1718.4.",
        ["vertiv-geist-imd"] = "1.3.6.1.4.1.21239.5.2.",
    };

    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    /// <summary>What the other monitor reads wrongly, by recording and address prefix, with the reason from the MIB.</summary>
    static readonly (string Recording, string Prefix, string Reason)[] ReadWronglyElsewhere =
    [
        ("raritan-pdu_px3", "1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.7", "power factor is scaled by inletSensorDecimalDigits (2): 98 is 0.98"),
        ("raritan-pdu_px3", "1.3.6.1.4.1.13742.6.5.4.3.1.4.1.", "power factor is scaled by outletSensorDecimalDigits (2), and is not available (IsAvailable false) on an idle outlet"),
        ("generex-ups_cs141", "1.3.6.1.2.1.33.1.4.4.1.4.", "upsOutputPower is a NonNegativeInteger: below zero is not a power"),
    ];

    /// <summary>States that the other monitor takes from an object which the MIB does not give them in.</summary>
    static readonly (string Recording, string Prefix, string Reason)[] ElsewhereInTheMib =
    [
        ("raritan-pdu_px3", "1.3.6.1.4.1.13742.6.5.4.3.1.4.1.", "an outlet's switch is in measurementsOutletSensorState; its Value column is always 0"),
        ("raritan-pdu_px3", "1.3.6.1.4.1.13742.6.5.5.3.1.4.1.", "a door contact is in measurementsExternalSensorState; its Value column is always 0"),
    ];

    [Fact]
    public void Agree_with_another_monitor_wherever_it_reads_the_mib()
    {
        var all = All();
        Print(all);

        var wrong = all.SelectMany(one => one.Wrong.Where(line => !IsExplained(ReadWronglyElsewhere, one.Recording, line)));
        var missing = all.SelectMany(one => one.Missing.Where(line => !IsExplained(ElsewhereInTheMib, one.Recording, line)));

        Assert.Empty(wrong);
        Assert.Empty(missing);
    }

    [Fact]
    public void Are_recognised_whenever_they_answer_in_a_family_of_ours()
    {
        Assert.Equal(
            ["apc-rpdu2 4", "raritan-pdu2 4", "rfc1628-ups 22", "sentry4 1", "vertiv-geist-imd 1"],
            All().CountBy(one => one.Profile, StringComparer.Ordinal).OrderBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => $"{count.Key} {count.Value}"));
    }

    [Fact]
    public void Have_every_bogus_reading_rejected()
    {
        Assert.Equal(7, All().Sum(one => one.Rejected));
    }

    [Fact]
    public void Give_a_value_to_nearly_every_sensor_that_another_monitor_shows()
    {
        var all = All();

        var share = (double)all.Sum(one => one.Equal) / all.Sum(one => one.Expected);

        Assert.InRange(share, 0.95, 1);
    }

    [Fact]
    public void Never_yield_a_value_that_is_no_number()
    {
        var readings = Recordings().SelectMany(entry => new ReadingNormaliser(entry.Recording.Ask(entry.Profile).Device)
            .Normalise(entry.Recording.Ask(entry.Profile)).Readings).ToList();

        Assert.NotEmpty(readings);
        Assert.DoesNotContain(readings, reading => reading.Value is { } value && !double.IsFinite(value));
        Assert.DoesNotContain(readings, reading => reading.Value is null && reading.Quality != ReadingQuality.Bad);
    }

    static bool IsExplained((string Recording, string Prefix, string Reason)[] known, string recording, string line) =>
        Array.Exists(known, entry => entry.Recording == recording && line.Contains(entry.Prefix, StringComparison.Ordinal));

    static void Print(ImmutableArray<Comparison> all)
    {
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(Comparison.Header);
        foreach (var one in all)
            output.WriteLine(one.ToString());
        foreach (var line in all.SelectMany(one => one.Wrong.Concat(one.Missing).Select(line => $"{one.Recording}: {line}")))
            output.WriteLine(line);
    }

    static ImmutableArray<Comparison> All() =>
    [
        .. Recordings().Select(entry =>
        {
            var message = entry.Recording.Ask(entry.Profile);
            var expected = SharedFolder.Has("data", "devices", "expected", entry.Name + ".json")
                ? ExpectedSensor.Of(SharedFolder.Of("data", "devices", "expected", entry.Name + ".json"))
                : [];
            var read = new ReadingNormaliser(message.Device).Explain(message);
            return Comparison.Of(entry.Name, entry.Profile, Families[entry.Profile.Name], expected, read);
        }),
    ];

    static IEnumerable<(string Name, Recording Recording, DeviceProfile Profile)> Recordings()
    {
        var folder = SharedFolder.Of("data", "devices", "snmprec");
        foreach (var file in Directory.EnumerateFiles(folder, "*.snmprec", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var recording = Recording.Of(file);
            if (Library.Recognise(recording.SystemObjectId, recording.Answers) is { } profile)
                yield return (Path.GetFileNameWithoutExtension(file), recording, profile);
        }
    }
}
