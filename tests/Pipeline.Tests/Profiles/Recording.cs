using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>
/// A recorded walk, as <c>OID|type|value</c> or as snmpwalk writes it, asked like a device: for what a profile polls, no more.
/// </summary>
sealed partial class Recording
{
    const string SystemObjectIdAddress = "1.3.6.1.2.1.1.2.0";
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    readonly Dictionary<string, RawValue> _values = new(StringComparer.Ordinal);

    Recording()
    {
    }

    /// <summary>Empty when the walk has none.</summary>
    public string SystemObjectId =>
        _values.TryGetValue(SystemObjectIdAddress, out var identity) ? (identity.Text ?? "").TrimStart('.') : "";

    public static Recording Of(string file)
    {
        var recording = new Recording();
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            if (line.Split('|', 3) is [var address, var type, var value] && !address.Contains(' ', StringComparison.Ordinal))
                recording._values[address.TrimStart('.')] = Value(address.TrimStart('.'), type, value);
            else if (WalkLine().Match(line) is { Success: true } walked)
                recording._values[walked.Groups[1].Value] = Value(walked.Groups[1].Value, walked.Groups[2].Value);
        }

        return recording;
    }

    public bool Answers(string address) => _values.TryGetValue(address, out var value) && value.Kind != RawKind.Absent;

    public bool Has(string address) => _values.ContainsKey(address);

    /// <summary>What a poll of everything brings, in the order of the walk.</summary>
    /// <param name="instead">Values that the device says in place of the recorded; null for none.</param>
    public DeviceMessage Ask(DeviceProfile profile, double ratedWatts = 1_000_000, IReadOnlyDictionary<string, double>? instead = null)
    {
        var device = new Device("pdu-a", Location.Parse("NJ-01/R01/A07"), profile, ratedWatts);
        var columns = profile.Columns.Select(column => column.Address).ToHashSet(StringComparer.Ordinal);
        var scalars = profile.Scalars.Select(scalar => scalar.Address).ToHashSet(StringComparer.Ordinal);
        var asked = _values.Values.Where(value => scalars.Contains(value.Address) || IsBelow(value.Address, columns))
            .Select(value => instead is not null && instead.TryGetValue(value.Address, out var other) ? RawValue.Of(value.Address, other) : value);
        return new(device, Noon, [.. asked]);
    }

    static bool IsBelow(string address, HashSet<string> columns)
    {
        for (var cut = address.LastIndexOf('.'); cut > 0; cut = address.LastIndexOf('.', cut - 1))
        {
            if (columns.Contains(address[..cut]))
                return true;
        }

        return false;
    }

    static RawValue Value(string address, string type, string value) => type switch
    {
        "2" or "65" or "66" or "67" or "70" => RawValue.Of(address, double.Parse(value, CultureInfo.InvariantCulture)),
        "4x" => RawValue.Of(address, TextOf(Convert.FromHexString(value))),
        "5" => RawValue.Absent(address),
        _ => RawValue.Of(address, TextOf(Encoding.Latin1.GetBytes(value))),
    };

    // snmpwalk leaves the type out of TimeTicks when it is told to print bare numbers.
    static RawValue Value(string address, string written)
    {
        var (type, value) = written.Split(": ", 2) is [var name, var rest] ? (name, rest.Trim().Trim('"')) : ("", written.Trim().Trim('"'));
        var isNumber = double.TryParse(value.Split(' ')[0], CultureInfo.InvariantCulture, out var number);
        return type is "STRING" or "OID" or "Hex-STRING" or "IpAddress" || !isNumber
            ? RawValue.Of(address, value.TrimStart('.'))
            : RawValue.Of(address, number);
    }

    static string TextOf(byte[] octets)
    {
        var text = octets.AsSpan().TrimEnd((byte)0);
        return (System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }

    [GeneratedRegex(@"^\.?([0-9.]+) = (.*)$")]
    private static partial Regex WalkLine();
}
