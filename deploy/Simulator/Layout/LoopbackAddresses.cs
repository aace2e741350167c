using System.Net;

namespace DcOps.Simulator.Layout;

/// <summary>
/// Addresses of the played devices: one each in 127.16.0.0 and above, all on one port. Linux routes the whole of
/// 127.0.0.0/8 to itself, so a province needs no ports of its own beside those of other programs.
/// </summary>
public sealed class LoopbackAddresses
{
    const int First = (127 << 24) | (16 << 16);

    int _next;

    public IPAddress Next()
    {
        do
        {
            _next++;
        }
        while ((_next & 0xFF) is 0 or 0xFF);

        var address = First + _next;
        return new([(byte)(address >> 24), (byte)(address >> 16), (byte)(address >> 8), (byte)address]);
    }
}
