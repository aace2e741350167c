using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Discovery;

/// <summary>IPv4 addresses to be swept, in order, each once: <c>10.1.0.0/24</c>, <c>10.2.0.10-10.2.0.20</c>, <c>10.3.0.1</c>, with commas between.</summary>
public sealed class AddressList
{
    /// <summary>Four times a /16: more is a mistake, or days.</summary>
    public const int MostAddresses = 262_144;

    readonly SortedSet<uint> _addresses = [];

    AddressList()
    {
    }

    public int Count => _addresses.Count;

    public IEnumerable<IPAddress> Addresses => _addresses.Select(AddressOf);

    /// <summary>Of a subnet of more than two addresses, neither its own nor its broadcast address is one of a device.</summary>
    /// <exception cref="FormatException">A part is no address, subnet or range, or all together are too many; the message quotes it.</exception>
    public static AddressList Parse(string text)
    {
        var list = new AddressList();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (first, last) = RangeOf(part);
            if (last < first || (long)last - first + list.Count >= MostAddresses)
                throw new FormatException($"'{part}' has no address, or with the others more than {MostAddresses}.");
            for (var address = (long)first; address <= last; address++)
                list._addresses.Add((uint)address);
        }

        return list.Count > 0 ? list : throw new FormatException($"'{text}' names no address.");
    }

    static (uint First, uint Last) RangeOf(string part)
    {
        if (part.Split('/') is [var subnet, var bits])
            return SubnetOf(part, NumberOf(part, subnet), bits);
        if (part.Split('-') is [var first, var last])
            return (NumberOf(part, first), NumberOf(part, last));
        return (NumberOf(part, part), NumberOf(part, part));
    }

    static (uint First, uint Last) SubnetOf(string part, uint address, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) || bits is < 8 or > 32)
            throw new FormatException($"'{part}' is no subnet: behind the slash stands a number from 8 to 32.");

        var hosts = bits == 32 ? 0 : uint.MaxValue >> bits;
        var network = address & ~hosts;
        return bits >= 31 ? (network, network + hosts) : (network + 1, network + hosts - 1);
    }

    static uint NumberOf(string part, string text) =>
        IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork && text.AsSpan().Count('.') == 3
            ? BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())
            : throw new FormatException($"'{part}' is no IPv4 address, subnet (10.1.0.0/24) or range (10.1.0.1-10.1.0.9).");

    static IPAddress AddressOf(uint number)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, number);
        return new(octets);
    }
}
