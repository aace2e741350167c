using System.Globalization;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>Whatever a device says, a profile makes a reading of it or none: the same nonsense in every run, by a seed.</summary>
public sealed class EveryProfileUnderNonsenseTests
{
    const int Rounds = 20;
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
    static readonly double[] Numbers =
    [
        0, 1, 2, -1, 255, 65_535, -32_768, 2_147_483_647, -2_147_483_648, 4_294_967_295, 18_446_744_073_709_551_615d, 0.1, -273.2, 1e300, -1e300, double.Epsilon,
    ];

    static readonly string[] Texts =
    [
        "", " ", "N/A", "--", "-", "+", ".", "1e999", "NaN", "23.5 C", "23,5", "\0", "*", "01/01/0001 00:00:00", "99/99/9999", "１２", "Temperature", "kW", "°C",
        "1.3.6.1.4.1.476.1.42.3.4.1.1.2", new('9', 400),
    ];

    public static TheoryData<string> Names => [.. Library.Profiles.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Never_breaks_and_never_says_what_is_no_number(string name)
    {
        Assert.True(Library.TryGet(name, out var profile));
        var device = new Device("pdu-a", Location.Parse("NJ-01/R01/A07"), profile, 22_000);
        var normaliser = new ReadingNormaliser(device);
        var random = new Random(profile.Scalars.Length + (1_000 * profile.Columns.Length));

        for (var round = 0; round < Rounds; round++)
        {
            var readings = normaliser.Normalise(new(device, Noon, Nonsense(profile, random))).Readings;

            Assert.DoesNotContain(readings, reading => reading.Value is { } value && !double.IsFinite(value));
            Assert.DoesNotContain(readings, reading => reading.Value is null && reading.Quality != ReadingQuality.Bad);
        }
    }

    static ImmutableArray<RawValue> Nonsense(DeviceProfile profile, Random random)
    {
        var addresses = profile.Scalars.Select(scalar => scalar.Address)
            .Concat(profile.Columns.SelectMany(column => Rows(random).Select(row => $"{column.Address}.{row}")));
        return [.. addresses.Distinct(StringComparer.Ordinal).Select(address => Value(address, random))];
    }

    static IEnumerable<string> Rows(Random random)
    {
        yield return "1";
        yield return "1.1";
        yield return "1.1.1";
        yield return "0.0.0.0";
        yield return string.Join('.', Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextInt64(0, uint.MaxValue).ToString(CultureInfo.InvariantCulture)));
    }

    static RawValue Value(string address, Random random) => random.Next(4) switch
    {
        0 => RawValue.Of(address, Texts[random.Next(Texts.Length)]),
        1 => RawValue.Of(address, random.Next(-300, 300)),
        2 => RawValue.Absent(address),
        _ => RawValue.Of(address, Numbers[random.Next(Numbers.Length)]),
    };
}
