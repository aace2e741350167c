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
}
