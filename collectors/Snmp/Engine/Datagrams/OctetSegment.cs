using System.Runtime.InteropServices;

namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>Linux's <c>struct iovec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
struct OctetSegment
{
    public nint At;
    public nuint Length;
}
