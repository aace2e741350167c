using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using static DcOps.Collectors.Pipeline.Tests.Profiles.Answers;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What a normaliser has worked out from one message it uses for the next; it must never use it for too long.</summary>
public sealed class KeptLayoutTests
{
    const string Raritan = "1.3.6.1.4.1.13742.6.";
    const string Eaton = "1.3.6.1.4.1.534.6.6.7.";
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    /// <summary>Every recorded device, said whole, in part, with gaps and with nonsense, over and over.</summary>
    [Fact]
    public void Of_every_recording_says_what_a_normaliser_says_that_works_everything_out_anew()
    {
        var compared = 0;
        foreach (var recorded in RecordedDevice.All())
        {
            if (Library.Recognise(recorded.Recording.SystemObjectId, recorded.Recording.Answers) is not { } profile)
                continue;

            var whole = recorded.Recording.Ask(profile, 20_000);
            var keeping = new ReadingNormaliser(whole.Device);
            var forgetting = new ReadingNormaliser(whole.Device);
            foreach (var message in Messages(whole))
            {
                // Messages of other shapes, of which no point is made, make it give up what it has kept.
                forgetting.Normalise(message with { Values = [RawValue.Of("0.0", 0)] });
                forgetting.Normalise(message with { Values = [RawValue.Of("0.1", 0)] });
                var (kept, anew) = (keeping.Normalise(message), forgetting.Normalise(message));

                Assert.Equal(anew.Readings, kept.Readings);
                Assert.Equal(anew.Registers, kept.Registers);
                compared += kept.Readings.Length;
            }
        }

        Assert.SkipWhen(compared == 0, "There are no recordings beside the project.");
    }

    [Fact]
    public void Is_given_up_when_the_device_says_another_scale()
    {
        var device = Device("raritan-pdu2");
        var normaliser = new ReadingNormaliser(device);
        RawValue[] Said(int digits) => [Raw(Raritan + "5.2.3.1.4.1.1.4", 2_305), Raw(Raritan + "3.3.4.1.7.1.1.4", digits), Raw(Raritan + "3.3.4.1.6.1.1.4", 1)];

        var values = new[] { 1, 1, 2 }.Select(digits => normaliser.Normalise(Message(device, Said(digits))).At("total/voltage").Value).ToArray();

        Assert.Equal([230.5, 230.5, 23.05], values);
    }

    [Fact]
    public void Is_given_up_when_the_device_says_another_unit()
    {
        var device = Device("eaton-epdu");
        var normaliser = new ReadingNormaliser(device);
        RawValue[] Said(int unit) => [Raw(Eaton + "7.1.1.4.0.1", 770), Raw(Eaton + "1.2.1.9.0", unit), Raw(Eaton + "7.1.1.3.0.1", 1)];

        var fahrenheit = normaliser.Normalise(Message(device, Said(1))).At("sensor-1/temperature").Value;
        var celsius = normaliser.Normalise(Message(device, Said(0))).At("sensor-1/temperature").Value;

        Assert.Equal(25.0, fahrenheit!.Value, 9);
        Assert.Equal(77.0, celsius!.Value, 9);
    }

    [Fact]
    public void Names_the_meter_that_the_device_has_now()
    {
        var device = Device("raritan-pdu2");
        var normaliser = new ReadingNormaliser(device);
        RawValue[] Said(string serial) =>
        [
            Raw(Raritan + "5.2.3.1.4.1.1.8", 74_057_676), Raw(Raritan + "3.3.4.1.7.1.1.8", 0),
            Raw(Raritan + "3.3.4.1.6.1.1.8", 5), RawValue.Of(Raritan + "3.2.1.1.4.1", serial),
        ];

        var before = normaliser.Normalise(Message(device, Said("QWE7100001"))).Registers.Single().MeterSerial;
        var after = normaliser.Normalise(Message(device, Said("QWE7100002"))).Registers.Single().MeterSerial;

        Assert.Equal(("QWE7100001", "QWE7100002"), (before, after));
    }

    [Fact]
    public void Is_one_for_all_devices_of_a_family_that_say_the_same_objects()
    {
        RawValue[] said = [Raw(Raritan + "5.2.3.1.4.1.1.4", 2_305), Raw(Raritan + "3.3.4.1.7.1.1.4", 1), Raw(Raritan + "3.3.4.1.6.1.1.4", 1)];
        var first = Device("raritan-pdu2");
        var second = first with { Name = "pdu-b", RatedWatts = 7_400 };
        new ReadingNormaliser(first).Normalise(Message(first, said));
        var known = first.Profile.Layouts.Count;

        var readings = new ReadingNormaliser(second).Normalise(Message(second, said));

        Assert.Equal(known, first.Profile.Layouts.Count);
        Assert.All(readings.Readings, reading => Assert.Equal("pdu-b", reading.Point.Device));
    }

    static IEnumerable<DeviceMessage> Messages(DeviceMessage whole)
    {
        var random = new Random(7);
        var start = whole.Device.Profile.Scalars.Concat(whole.Device.Profile.Columns)
            .Where(polled => polled.Cadence == PollCadence.Start).Select(polled => polled.Address).ToArray();
        var regular = whole with { Values = [.. whole.Values.Where(value => !Array.Exists(start, address => IsBelow(value.Address, address)))] };
        return [whole, regular, regular, Fewer(regular, random), regular, Twisted(regular, random), Twisted(whole, random), regular, whole, regular];
    }

    static bool IsBelow(string address, string start) =>
        address == start || (address.Length > start.Length && address[start.Length] == '.' && address.StartsWith(start, StringComparison.Ordinal));

    static DeviceMessage Fewer(DeviceMessage message, Random random) =>
        message with { Values = [.. message.Values.Where(_ => random.NextDouble() < 0.8)] };

    static DeviceMessage Twisted(DeviceMessage message, Random random) => message with
    {
        Values =
        [
            .. message.Values.Select(value => random.Next(6) switch
            {
                0 => RawValue.Absent(value.Address),
                1 => RawValue.Of(value.Address, -1),
                2 => RawValue.Of(value.Address, "12.5 kWh"),
                3 when value.Kind == RawKind.Number => RawValue.Of(value.Address, value.Number + 1),
                _ => value,
            }),
        ],
    };
}
