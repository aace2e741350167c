using System.Text;

namespace DcOps.Benchmarks.FuzzMapping;

/// <summary>Changes bytes the way broken devices, broken links and enemies do.</summary>
sealed class Mutation(Random random)
{
    static readonly byte[][] Words =
    [
        .. new[]
        {
            "null", "NaN", "Infinity", "-1e999", "1e308", "-0", "0", "65535", "4294967295", "9007199254740993", "true", "\"\"", "\"N/A\"", "[]", "{}",
            "\"\\ud800\"", "\"\\u0000\"", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-11-22T23:00:00+99:99", "253402300800000", "-1", "[[[[[[[[",
            "{\"a\":{\"a\":", "\uFFFD", "华东", "\"phases\":[", ",,", "\"activePowerW\":1,\"activePowerW\":2", "{{ value_json.a['b'][0] | float }}",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3, 0x28], [0xFF, 0xFE], [0x00], [0xED, 0xA0, 0x80], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
    ];

    static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "0", "-0.0", "1e308", "-1e308", "1e-320", "1e999", "65535", "32767", "4294967296", "9007199254740993", "123456789012345678901234567890",
            "\"\"", "\"NaN\"", "\"-Infinity\"", "\"1e999\"", "\"0x10\"", "\" 42 \"", "\"1,5\"", "\"kWh\"", "\"Offline\"", "\"\\u0000\"", "\"1970-01-01T08:00:00\"",
            "\"9999-12-31T23:59:59.9999999+14:00\"", "\"0001-01-01T00:00:00\"", "\"2026-11-22T15:00:00Z\"", "253402300800000", "-62135596800001", "1795359600000", "[]", "[1,2]", "[null]", "[[1]]",
            "{}", "{\"total\":1}", "[16968,0]", "[65536,-1]", "\"{{ value_json.x }}\"", "\"a/+/b\"", "\"~/~\"",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public byte[] Of(byte[] seed, byte[] other)
    {
        if (random.Next(2) == 0 && seed.AsSpan().ContainsAny((byte)'{', (byte)'['))
            return OfValues(seed);

        var bytes = new List<byte>(seed);
        for (var times = random.Next(1, 6); times > 0; times--)
            Once(bytes, other);
        return [.. bytes];
    }

    // Other values at places where values stand: what comes out is mostly JSON still.
    byte[] OfValues(byte[] seed)
    {
        var bytes = new List<byte>(seed);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var places = Enumerable.Range(0, bytes.Count).Where(at => bytes[at] is (byte)':' or (byte)'[').ToList();
            if (places.Count == 0)
                break;

            var from = places[random.Next(places.Count)] + 1;
            var to = from;
            while (to < bytes.Count && bytes[to] is not ((byte)',' or (byte)'}' or (byte)']'))
                to++;
            bytes.RemoveRange(from, to - from);
            bytes.InsertRange(from, Values[random.Next(Values.Length)]);
        }

        return [.. bytes];
    }

    void Once(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
            case 5 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 60), other.Length - from)));
                break;
            case 6:
                var copied = bytes.GetRange(at, length);
                for (var times = random.Next(1, 200); times > 0; times--)
                    bytes.InsertRange(at, copied);
                break;
            default:
                bytes.Insert(at, (byte)random.Next(256));
                break;
        }
    }
}
