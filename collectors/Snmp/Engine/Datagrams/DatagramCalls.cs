using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>
/// Linux's system calls for many datagrams at once. Where they are not, or a sandbox refuses them, the ordinary socket is used,
/// one datagram a call: <see cref="AreServed"/> says so once for a socket.
/// </summary>
static partial class DatagramCalls
{
    const int DontWait = 0x40;
    const int WaitForOne = 0x10000;

    /// <summary>Whether this system takes many datagrams in one call at this socket.</summary>
    public static unsafe bool AreServed(SafeSocketHandle socket) =>
        OperatingSystem.IsLinux() && nint.Size == 8 && BitConverter.IsLittleEndian
        && ReceiveMany(socket, null, 0, DontWait, 0) == 0 && SendMany(socket, null, 0, 0) == 0;

    /// <summary>Waits for one datagram and takes all that are there.</summary>
    /// <returns>False when there was none: an error of the network, or the end of the socket.</returns>
    public static unsafe bool TryReceive(SafeSocketHandle socket, ArrivedDatagrams arrived)
    {
        var headers = Pinned(arrived.Headers);
        if (headers->Name == 0)
            Furnish(arrived);
        arrived.Count = Math.Max(0, ReceiveMany(socket, headers, ArrivedDatagrams.Most, WaitForOne, 0));
        for (var place = 0; place < arrived.Count; place++)
        {
            arrived.Fill(place, (int)headers[place].Length, (int)headers[place].NameLength);
            headers[place].NameLength = ArrivedDatagrams.LargestAddress;
        }

        return arrived.Count > 0;
    }

    /// <summary>Sends waiting datagrams in their order.</summary>
    /// <param name="places">Of those in <paramref name="waiting"/> that go by this socket.</param>
    /// <returns>How many of the first ones the system took; 0 when it would not take the first.</returns>
    public static unsafe int Send(SafeSocketHandle socket, WaitingDatagrams waiting, ReadOnlySpan<int> places)
    {
        var headers = Pinned(waiting.Headers);
        var segments = Pinned(waiting.Segments);
        for (var index = 0; index < places.Length; index++)
        {
            var octets = waiting.OctetsOf(places[index]);
            var address = waiting.AddressOf(places[index]);
            segments[index] = new() { At = (nint)Pinned(octets), Length = (nuint)octets.Length };
            headers[index] = new()
            {
                Name = (nint)Pinned(address),
                NameLength = (uint)address.Length,
                Segments = (nint)(segments + index),
                SegmentCount = 1,
            };
        }

        return Math.Max(0, SendMany(socket, headers, (uint)places.Length, 0));
    }

    // Once: the system changes a header's lengths alone, and only those of the places that it filled.
    static unsafe void Furnish(ArrivedDatagrams arrived)
    {
        var segments = Pinned(arrived.Segments);
        for (var place = 0; place < ArrivedDatagrams.Most; place++)
        {
            segments[place] = new() { At = (nint)Pinned(arrived.RoomAt(place)), Length = ArrivedDatagrams.LargestDatagram };
            arrived.Headers[place] = new()
            {
                Name = (nint)Pinned(arrived.SenderRoomAt(place)),
                NameLength = ArrivedDatagrams.LargestAddress,
                Segments = (nint)(segments + place),
                SegmentCount = 1,
            };
        }
    }

    // The arrays behind these were allocated not to move.
    static unsafe T* Pinned<T>(Span<T> span)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));

    static unsafe T* Pinned<T>(T[] array)
        where T : unmanaged => Pinned(array.AsSpan());

    [LibraryImport("libc", EntryPoint = "recvmmsg")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int ReceiveMany(SafeSocketHandle socket, MessageHeader* headers, uint count, int flags, nint timeout);

    [LibraryImport("libc", EntryPoint = "sendmmsg")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial int SendMany(SafeSocketHandle socket, MessageHeader* headers, uint count, int flags);
}
