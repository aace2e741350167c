using System.Globalization;
using System.Text;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>A recorded walk (<c>OID|type|value</c>), asked like a device: for what a profile polls, no more.</summary>
sealed class Recording
{
    const string SystemObjectIdAddress = "1.3.6.1.2.1.1.2.0";
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    readonly Dictionary<string, RawValue> _values = new(StringComparer.Ordinal);

    Recording(string systemObjectId) => SystemObjectId = systemObjectId;

    public string SystemObjectId { get; private set; }

    public static Recording Of(string file)
    {
        var recording = new Recording("");
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            if (line.Split('|', 3) is not [var address, var type, var value])
                continue;

            recording._values[address] = Value(address, type, value);
        }

        if (recording._values.TryGetValue(SystemObjectIdAddress, out var identity))
            recording.SystemObjectId = identity.Text ?? "";
        return recording;
    }

    public bool Answers(string address) => _values.ContainsKey(address);

    public DeviceMessage Ask(DeviceProfile profile, double ratedWatts = 1_000_000)
    {
        var device = new Device("pdu-a", Location.Parse("NJ-01/R01/A07"), profile, ratedWatts);
        var columns = profile.Columns.Select(column => column.Address + ".").ToArray();
        var scalars = profile.Scalars.Select(scalar => scalar.Address).ToHashSet(StringComparer.Ordinal);
        var asked = _values.Values.Where(value =>
            scalars.Contains(value.Address) || Array.Exists(columns, column => value.Address.StartsWith(column, StringComparison.Ordinal)));
        return new(device, Noon, [.. asked]);
    }

    static RawValue Value(string address, string type, string value) => type switch
    {
        "2" or "65" or "66" or "67" or "70" => RawValue.Of(address, double.Parse(value, CultureInfo.InvariantCulture)),
        "4x" => RawValue.Of(address, Encoding.Latin1.GetString(Convert.FromHexString(value))),
        "5" => RawValue.Absent(address),
        _ => RawValue.Of(address, value),
    };
}
