using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What a device answers, and what its profile makes of it.</summary>
static class Answers
{
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    public static Device Device(string profile, double ratedWatts = 22_000, int? member = null, params int[] inletSensors)
    {
        Assert.True(Library.TryGet(profile, out var known), $"there is no profile {profile}");
        return new("pdu-a", Location.Parse("NJ-01/R01/A07"), known, ratedWatts) { Member = member, InletSensors = [.. inletSensors] };
    }

    public static DeviceReadings Of(Device device, params RawValue[] values) => new ReadingNormaliser(device).Normalise(Message(device, values));

    public static DeviceMessage Message(Device device, params RawValue[] values) => new(device, Noon, [.. values]);

    public static RawValue Raw(string address, double number) => RawValue.Of(address, number);

    public static Reading At(this DeviceReadings readings, string point) =>
        Assert.Single(readings.Readings, reading => reading.Point == PointId.Parse("pdu-a/" + point));

    public static bool Has(this DeviceReadings readings, string point) =>
        readings.Readings.Any(reading => reading.Point == PointId.Parse("pdu-a/" + point));
}
