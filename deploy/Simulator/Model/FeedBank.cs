namespace DcOps.Simulator.Model;

/// <summary>
/// The two feeds of every rack of a site: power now, energy since the model began, and whether a feed is dead. A rack with
/// one feed runs wholly on the other; with none it is off.
/// </summary>
public sealed class FeedBank(int racks)
{
    readonly long[] _milliwatts = new long[racks * 2];
    readonly long[] _millijoules = new long[racks * 2];
    readonly bool[] _dead = new bool[racks * 2];

    /// <summary>Power of the last step, mW.</summary>
    public long Milliwatts(int rack, Feed feed) => Volatile.Read(ref _milliwatts[Slot(rack, feed)]);

    /// <summary>Energy since the model began, mJ: the true register.</summary>
    public long Millijoules(int rack, Feed feed) => Volatile.Read(ref _millijoules[Slot(rack, feed)]);

    public bool IsDead(int rack, Feed feed) => Volatile.Read(ref _dead[Slot(rack, feed)]);

    public void Cut(int rack, Feed feed, bool dead) => Volatile.Write(ref _dead[Slot(rack, feed)], dead);

    /// <summary>Runs one rack at a power; the feeds' powers add up to the answer, to the last milliwatt.</summary>
    /// <returns>mW drawn: what was wanted, or 0 when both feeds are dead.</returns>
    public long Step(int rack, long wantedMilliwatts, double shareOfA, long seconds)
    {
        var a = Slot(rack, Feed.A);
        var b = Slot(rack, Feed.B);
        var fromA = (IsDead(rack, Feed.A), IsDead(rack, Feed.B)) switch
        {
            (true, _) => 0,
            (_, true) => wantedMilliwatts,
            _ => (long)(wantedMilliwatts * shareOfA),
        };
        var fromB = IsDead(rack, Feed.B) ? 0 : wantedMilliwatts - fromA;
        Volatile.Write(ref _milliwatts[a], fromA);
        Volatile.Write(ref _milliwatts[b], fromB);
        Volatile.Write(ref _millijoules[a], _millijoules[a] + (fromA * seconds));
        Volatile.Write(ref _millijoules[b], _millijoules[b] + (fromB * seconds));
        return fromA + fromB;
    }

    public void Restore(ReadOnlySpan<long> millijoules) => millijoules.CopyTo(_millijoules);

    /// <summary>Energies of all feeds, rack by rack, A before B.</summary>
    public long[] Copy() => [.. _millijoules];

    static int Slot(int rack, Feed feed) => (rack * 2) + (int)feed;
}
