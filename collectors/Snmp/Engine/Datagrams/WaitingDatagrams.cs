using System.Net.Sockets;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>
/// One thread's questions that go out together, at addresses that do not move. While it is held they wait for
/// <see cref="Release"/>, or until there is no more room; else each goes at once. No lock may be held when they go.
/// </summary>
sealed class WaitingDatagrams
{
    public const int LargestDatagram = 8_192;
    const int Most = 64;
    const int Room = 128 * 1024;
    [ThreadStatic]
    static WaitingDatagrams? _ofThread;
    readonly byte[] _octets = GC.AllocateArray<byte>(Room, pinned: true);
    readonly byte[] _addresses = GC.AllocateArray<byte>(Most * ArrivedDatagrams.LargestAddress, pinned: true);
    readonly WaitingDatagram[] _waiting = new WaitingDatagram[Most];
    readonly int[] _together = new int[Most];
    int _count;
    int _free = Room;
    int _holds;

    public static WaitingDatagrams OfThread => _ofThread ??= new();

    public MessageHeader[] Headers { get; } = GC.AllocateArray<MessageHeader>(Most, pinned: true);

    public OctetSegment[] Segments { get; } = GC.AllocateArray<OctetSegment>(Most, pinned: true);

    /// <summary>Where the next datagram is to be written, at its end.</summary>
    public Span<byte> Next => _octets.AsSpan(_free - LargestDatagram, LargestDatagram);

    public Span<byte> OctetsOf(int place) => _octets.AsSpan(_waiting[place].Start, _waiting[place].Length);

    public Span<byte> AddressOf(int place) =>
        _addresses.AsSpan(place * ArrivedDatagrams.LargestAddress, _waiting[place].Link.Address.Size);

    /// <summary>What waits is not sent before <see cref="Release"/>, unless there is no more room.</summary>
    public void Hold() => _holds++;

    public void Release()
    {
        _holds--;
        SendUnlessHeld();
    }

    public void SendUnlessHeld()
    {
        if (_holds == 0 && _count > 0)
            Send();
    }

    /// <summary>After it there is room for one datagram.</summary>
    public void MakeRoom()
    {
        if (_count == Most || _free < LargestDatagram)
            Send();
    }

    /// <summary>Takes the datagram whose last octets are those of <see cref="Next"/>.</summary>
    public void Add(DatagramPort port, AgentLink link, int length)
    {
        _free -= length;
        _waiting[_count] = new(port, link, link.RequestId, _free, length);
        link.Address.Buffer.Span[..link.Address.Size].CopyTo(_addresses.AsSpan(_count * ArrivedDatagrams.LargestAddress));
        _count++;
    }

    void Send()
    {
        for (var first = 0; first < _count; first++)
        {
            if (_waiting[first].Port is not { } port)
                continue;

            var together = 0;
            for (var place = first; place < _count; place++)
            {
                if (ReferenceEquals(_waiting[place].Port, port))
                {
                    _waiting[place] = _waiting[place] with { Port = null };
                    _together[together++] = place;
                }
            }

            port.Send(this, _together.AsSpan(0, together));
        }

        (_count, _free) = (0, Room);
    }

    /// <summary>Our own network would not send it.</summary>
    public void Refuse(int place, SocketError refusal) => _waiting[place].Link.NoteRefusal(_waiting[place].RequestId, refusal);

    public AgentLink LinkOf(int place) => _waiting[place].Link;
}
