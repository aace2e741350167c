using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>One row of the manifest of recordings.</summary>
/// <param name="Class">As the manifest names it: PDU, UPS …</param>
/// <param name="Expected">What another monitor reads from it; empty where nobody has said.</param>
sealed record RecordedDevice(string Name, string Class, Recording Recording, ImmutableArray<ExpectedSensor> Expected)
{
    static readonly string[] Classes = ["PDU", "UPS", "ATS", "COOLING", "ENV", "METER", "DCPOWER", "GENSET"];

    /// <summary>Every recorded device of the classes that a data centre's power, cooling and environment are made of, in the manifest's order.</summary>
    public static IEnumerable<RecordedDevice> OfInfrastructure() => All().Where(device => Classes.Contains(device.Class, StringComparer.Ordinal));

    /// <summary>Servers, stores and switches, of which only the standard MIBs are ours to read.</summary>
    public static IEnumerable<RecordedDevice> OfComputing() => All().Where(device => !Classes.Contains(device.Class, StringComparer.Ordinal))
        .Select(device => device with { Expected = [.. device.Expected.Where(sensor => IsStandard(sensor))] });

    /// <summary>Every recorded device, servers and switches too.</summary>
    public static IEnumerable<RecordedDevice> All()
    {
        var manifest = File.ReadLines(SharedFolder.Of("data", "devices", "manifest.csv")).GetEnumerator();
        manifest.MoveNext();
        while (manifest.MoveNext())
        {
            var fields = manifest.Current.Split(',');
            var name = Path.GetFileNameWithoutExtension(fields[0]);
            var expected = Path.Combine("data", "devices", "expected", name + ".json");
            yield return new(
                name, fields[3], Recording.Of(SharedFolder.Of("data", "devices", fields[0])),
                SharedFolder.Has(expected) ? ExpectedSensor.Of(SharedFolder.Of(expected)) : []);
        }
    }

    // The power of light is in watts there (RFC 3433 has no other unit); the other monitor makes decibels of it.
    static bool IsStandard(ExpectedSensor sensor) => sensor.Class != "dbm"
        && (sensor.Address.StartsWith("1.3.6.1.2.1.99.1.1.1.4.", StringComparison.Ordinal) || sensor.Address.StartsWith("1.3.6.1.2.1.25.3.3.1.2.", StringComparison.Ordinal));
}
