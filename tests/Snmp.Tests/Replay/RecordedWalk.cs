using System.Globalization;
using System.Text;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Tests.Replay;

/// <summary>A recorded device as a text file: <c>OID|type|value</c>, sorted as a walk is.</summary>
sealed class RecordedWalk
{
    const string SystemObjectId = "1.3.6.1.2.1.1.2.0";

    /// <summary>Object to number or text; null where it is neither.</summary>
    readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public RecordedWalk(string file)
    {
        foreach (var line in File.ReadLines(file, Encoding.Latin1))
        {
            if (line.Split('|', 3) is [var address, var type, var value])
                _values[address] = Value(type, value);
        }
    }

    public DeviceProfile? RecognisedBy(ProfileLibrary profiles) =>
        profiles.Recognise(_values.GetValueOrDefault(SystemObjectId) as string ?? "", _values.ContainsKey);

    /// <summary>What a poll by the profile must find.</summary>
    public IEnumerable<(string Address, object? Value)> Asked(DeviceProfile profile)
    {
        var scalars = profile.Scalars.Select(scalar => scalar.Address).ToHashSet(StringComparer.Ordinal);
        var columns = profile.Columns.Select(column => column.Address + ".").ToArray();
        return _values
            .Where(entry => scalars.Contains(entry.Key)
                || Array.Exists(columns, column => entry.Key.StartsWith(column, StringComparison.Ordinal)))
            .Select(entry => (entry.Key, entry.Value));
    }

    /// <summary>Every object, as an agent would say it; numbers as Integer32 or Gauge32, which are of one length.</summary>
    public IEnumerable<(ObjectIdentifier Name, Func<ObjectSyntax> Value)> Objects() =>
        _values.Select(entry => (ObjectIdentifier.Parse(entry.Key), Of(entry.Value)));

    static Func<ObjectSyntax> Of(object? value)
    {
        var syntax = value switch
        {
            double and >= int.MinValue and <= int.MaxValue and var small => ObjectSyntax.Integer32((int)small),
            double large => ObjectSyntax.Counter64((ulong)Math.Max(0, large)),
            _ => ObjectSyntax.OctetString(value as string ?? ""),
        };
        return () => syntax;
    }

    static object? Value(string type, string value) => type switch
    {
        "2" or "65" or "66" or "67" or "70" => double.Parse(value, CultureInfo.InvariantCulture),
        "4" => TextOf(Encoding.Latin1.GetBytes(value)),
        "4x" => TextOf(Convert.FromHexString(value)),
        "6" => value.TrimStart('.'),
        _ => null,
    };

    static string TextOf(ReadOnlySpan<byte> octets)
    {
        var text = octets.TrimEnd((byte)0);
        return (System.Text.Unicode.Utf8.IsValid(text) ? Encoding.UTF8 : Encoding.Latin1).GetString(text);
    }
}
