using System.Text;
using System.Text.Json;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;

namespace DcOps.Fuzz;

/// <summary>Messages of every kind, and what becomes of them when octets are changed, cut, doubled and put together.</summary>
sealed class Inputs
{
    const int MostSeeds = 4_000;
    static readonly byte[] Telling = [0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x30, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0, 0xA2, 0xA4, 0xA7, 0xA8, 0xFF];
    readonly Random _random;
    readonly List<byte[]> _seeds = [];

    public Inputs(Random random)
    {
        _random = random;
        AddOwn();
        AddRecorded();
    }

    public int Seeds => _seeds.Count;

    public byte[] Next()
    {
        var input = _seeds[_random.Next(_seeds.Count)].ToArray();
        for (var change = _random.Next(1, 6); change > 0; change--)
            input = Change(input);
        // What has been changed is the beginning of what is changed further.
        if (_seeds.Count < MostSeeds && _random.Next(500) == 0 && input.Length is > 0 and < 2_000)
            _seeds.Add(input);
        return input;
    }

    byte[] Change(byte[] input)
    {
        if (input.Length == 0)
            return [(byte)_random.Next(256)];

        var at = _random.Next(input.Length);
        switch (_random.Next(7))
        {
            case 0:
                input[at] ^= (byte)(1 << _random.Next(8));
                return input;
            case 1:
                input[at] = Telling[_random.Next(Telling.Length)];
                return input;
            case 2:
                input[at] = (byte)_random.Next(256);
                return input;
            case 3:
                return input[..at];
            case 4:
                return [.. input[..at], .. input[at..], .. input[at..]];
            case 5:
                return [.. input[..at], (byte)_random.Next(256), .. input[at..]];
            default:
                var other = _seeds[_random.Next(_seeds.Count)];
                return [.. input[..at], .. other[_random.Next(other.Length + 1)..]];
        }
    }

    void AddOwn()
    {
        var name = ObjectIdentifier.Parse("1.3.6.1.4.1.318.1.1.26.6.3.1.5.1");
        ImmutableArray<VariableBinding> variables =
        [
            new(name, ObjectSyntax.Integer32(-7)), new(name.Append(2), ObjectSyntax.Counter64(ulong.MaxValue)), new(name.Append(3), ObjectSyntax.OctetString("rack-7")),
            new(name.Append(4), ObjectSyntax.OpaqueFloat(1.5f)), new(name.Append(5), ObjectSyntax.Of(name)), new(name.Append(6), ObjectSyntax.IpAddress([10, 1, 2, 3])),
            new(name.Append(7), ObjectSyntax.NoSuchInstance), new(name.Append(8), ObjectSyntax.EndOfMibView), new(name.Append(9), ObjectSyntax.TimeTicks(4_200)),
        ];
        foreach (var kind in Enum.GetValues<PduKind>().Where(kind => kind is not (PduKind.None or PduKind.TrapV1)))
        {
            _seeds.Add(Encode(SnmpVersion.V2c, new(kind, 1, 0, 0, variables)));
            _seeds.Add(Encode(SnmpVersion.V1, new(kind, 1, 2, 1, variables)));
        }

        _seeds.Add(Convert.FromHexString("303902010004067075626C6963A42C06072B06010401823E4004C0000201020106020105430210683013301106092B06010401823E020304045445535420"));
        AddUserMessages();
    }

    void AddUserMessages()
    {
        foreach (var user in SecurityTarget.Users)
        {
            var agent = new UserAgent(SecurityTarget.EngineId, user, new ObjectTree([(SecurityTarget.SysUpTime, () => ObjectSyntax.TimeTicks(1))]), TimeProvider.System);
            var security = new UserSecurity(user, [], TimeProvider.System);
            for (var exchange = 0; exchange < 2; exchange++)
            {
                var request = security.Seal(new(PduKind.GetRequest, [SecurityTarget.SysUpTime]), 1, new byte[2_048]).ToArray();
                var response = new byte[2_048];
                response = response[..agent.Answer(request, response)];
                _seeds.Add(request);
                _seeds.Add(response.ToArray());
                security.Open(response, 1, out _);
            }
        }
    }

    void AddRecorded()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DcOps.sln")))
            folder = folder.Parent;
        var file = Path.Combine(folder?.FullName ?? ".", "..", "shared", "data", "robust", "snmp_udp_payloads.jsonl");
        if (!File.Exists(file))
            return;

        foreach (var line in File.ReadLines(file))
            _seeds.Add(Convert.FromHexString(JsonDocument.Parse(line).RootElement.GetProperty("hex").GetString()!));
    }

    static byte[] Encode(SnmpVersion version, Pdu pdu)
    {
        var writer = new BerWriter(new byte[4_096]);
        CommunityMessage.Write(ref writer, version, Encoding.UTF8.GetBytes("public"), pdu);
        return writer.Written.ToArray();
    }
}
