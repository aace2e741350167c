using System.Net;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>
/// Room for the datagrams that one look at a socket brings, at addresses that do not move. The system gives memory only to the
/// pages that are written, so a place costs what the largest answer does and not what the largest datagram would.
/// </summary>
sealed class ArrivedDatagrams
{
    public const int Most = 64;
    public const int LargestDatagram = 65_536;

    /// <summary>From place to place; an odd number of cache lines, or the first octets of all would share a few sets of the cache.</summary>
    const int Stride = LargestDatagram + (33 * 64);
    readonly byte[] _octets = GC.AllocateArray<byte>(Most * Stride, pinned: true);
    readonly byte[] _senders = GC.AllocateArray<byte>(Most * LargestAddress, pinned: true);
    readonly int[] _lengths = new int[Most];
    readonly int[] _senderLengths = new int[Most];

    /// <summary>Octets of a socket address of any family that is spoken here.</summary>
    public const int LargestAddress = 28;

    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    public Span<byte> this[int place] => _octets.AsSpan(place * Stride, _lengths[place]);

    /// <summary>The sender's address as the system writes it.</summary>
    public ReadOnlySpan<byte> SenderOf(int place) => _senders.AsSpan(place * LargestAddress, _senderLengths[place]);

    public Span<byte> RoomAt(int place) => _octets.AsSpan(place * Stride, LargestDatagram);

    public Span<byte> SenderRoomAt(int place) => _senders.AsSpan(place * LargestAddress, LargestAddress);

    /// <summary>Says how much of a place has been filled.</summary>
    public void Fill(int place, int octets, int senderOctets) => (_lengths[place], _senderLengths[place]) = (octets, senderOctets);

    /// <summary>Takes one datagram that lies in the first place.</summary>
    public void FillOne(int octets, SocketAddress sender)
    {
        sender.Buffer.Span[..sender.Size].CopyTo(SenderRoomAt(0));
        Fill(0, octets, sender.Size);
        Count = 1;
    }

    /// <summary>Headers by which the system finds the places; made by whoever needs them.</summary>
    public MessageHeader[] Headers { get; } = GC.AllocateArray<MessageHeader>(Most, pinned: true);

    public OctetSegment[] Segments { get; } = GC.AllocateArray<OctetSegment>(Most, pinned: true);
}
