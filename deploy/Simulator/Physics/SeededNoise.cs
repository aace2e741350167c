namespace DcOps.Simulator.Physics;

/// <summary>
/// Variation that is a pure function of a key and a position: the same seed tells the same story on every machine and
/// after every restart, and nothing has to be stored.
/// </summary>
public static class SeededNoise
{
    /// <summary>A key for <paramref name="name"/> under <paramref name="seed"/> (FNV-1a, then mixed).</summary>
    public static ulong Key(ulong seed, string name)
    {
        var hash = 14695981039346656037UL ^ Mix(seed);
        foreach (var letter in name)
            hash = (hash ^ letter) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>Uniform from 0 (included) to 1 (excluded), fixed for the key.</summary>
    public static double Unit(ulong key) => (Mix(key) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform from <paramref name="least"/> to <paramref name="most"/>, fixed for the key.</summary>
    public static double Between(ulong key, double least, double most) => least + (Unit(key) * (most - least));

    /// <summary>Value noise from -1 to 1: random at whole positions, smooth between them.</summary>
    public static double Smooth(ulong key, double position)
    {
        var knot = Math.Floor(position);
        var step = position - knot;
        var before = Knot(key, (long)knot);
        var after = Knot(key, (long)knot + 1);
        return before + ((after - before) * step * step * (3 - (2 * step)));
    }

    static double Knot(ulong key, long number) => (Unit(key ^ ((ulong)number * 0x9E3779B97F4A7C15UL)) * 2) - 1;

    // SplitMix64 (Steele, Lea, Flood 2014): every output bit depends on every input bit.
    static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
