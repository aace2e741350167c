using System.Globalization;
using System.Text;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Fuzz;

/// <summary>Every profile with made-up values at its own addresses: whatever they are, a reading is finite or has no value.</summary>
sealed class NormaliserTarget : ITarget
{
    const int MostValues = 60;
    static readonly double[] Telling = [0, -1, 1, 255, 65_535, 32_767, -32_768, 2_147_483_647, -2_147_483_648, 4_294_967_295, 1.8446744073709552e19, 1e308, -1e308, 1e-308, 0.5];
    readonly ReadingNormaliser[] _normalisers;
    long _seconds;

    public NormaliserTarget() => _normalisers =
    [
        .. ProfileLibrary.Load(ProfileLibrary.StandardFolder).Profiles.Select(profile =>
            new ReadingNormaliser(new Device("it", Location.Parse("NJ-01"), profile, 11_000))),
    ];

    public string Name => "normaliser";

    public void Try(Random random, byte[] input)
    {
        var normaliser = _normalisers[random.Next(_normalisers.Length)];
        var profile = normaliser.Device.Profile;
        var values = new Dictionary<string, RawValue>(StringComparer.Ordinal);
        for (var count = random.Next(MostValues); count > 0; count--)
        {
            var address = random.Next(3) == 0 && profile.Scalars.Length > 0
                ? profile.Scalars[random.Next(profile.Scalars.Length)].Address
                : profile.Columns.Length > 0 ? profile.Columns[random.Next(profile.Columns.Length)].Address + Index(random) : "1.3";
            values[address] = Value(address, random, input);
        }

        var message = new DeviceMessage(normaliser.Device, DateTimeOffset.UnixEpoch.AddSeconds(++_seconds), [.. values.Values]);
        foreach (var reading in normaliser.Normalise(message).Readings)
        {
            if (reading.Value is { } value && !double.IsFinite(value))
                throw new InvalidOperationException($"{profile.Name}: {reading.Point} is {value}.");
        }

        normaliser.Explain(message);
    }

    static string Index(Random random)
    {
        var index = new StringBuilder();
        for (var parts = random.Next(1, 5); parts > 0; parts--)
            index.Append('.').Append(random.Next(6) == 0 ? (uint)random.NextInt64(uint.MaxValue) : (uint)random.Next(1, 12));
        return index.ToString();
    }

    static RawValue Value(string address, Random random, byte[] input) => random.Next(5) switch
    {
        0 => RawValue.Absent(address),
        1 => RawValue.Of(address, Encoding.Latin1.GetString(input.AsSpan(0, Math.Min(input.Length, 40)))),
        2 => RawValue.Of(address, (random.NextDouble() * 1_000).ToString(CultureInfo.InvariantCulture)),
        3 => RawValue.Of(address, Telling[random.Next(Telling.Length)]),
        _ => RawValue.Of(address, random.Next(-10, 5_000)),
    };
}
