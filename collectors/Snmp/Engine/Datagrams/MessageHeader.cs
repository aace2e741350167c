using System.Runtime.InteropServices;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>Linux's <c>struct mmsghdr</c> on machines of 64 bits (recvmmsg(2), sendmmsg(2)), the padding of its inner header included.</summary>
[StructLayout(LayoutKind.Sequential)]
struct MessageHeader
{
    public nint Name;
    public uint NameLength;
    public uint Padding;
    public nint Segments;
    public nuint SegmentCount;
    public nint Control;
    public nuint ControlLength;
    public int Flags;
    public int MorePadding;

    /// <summary>Octets received or sent.</summary>
    public uint Length;
    public uint LastPadding;
}
