namespace DcOps.Upload.Sending;

/// <summary>Pauses between attempts that fail: doubled from the first to the longest, each drawn from its upper half.</summary>
/// <param name="draw">From 0 to 1, so that many senders do not come back together.</param>
sealed class Pauses(TimeSpan first, TimeSpan longest, Func<double> draw)
{
    TimeSpan? _next;

    public void Reset() => _next = null;

    public TimeSpan Next()
    {
        var now = _next ?? first;
        _next = now * 2 < longest ? now * 2 : longest;
        return now * (0.5 + (draw() / 2));
    }
}
