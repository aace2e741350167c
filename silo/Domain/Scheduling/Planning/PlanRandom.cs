namespace DcOps.Domain.Scheduling.Planning;

/// <summary>SplitMix64: the same numbers from the same seed on every machine and runtime. Source: Steele, Lea, Flood 2014.</summary>
sealed class PlanRandom(ulong seed)
{
    ulong _state = seed;

    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)((UInt128)Next() * (uint)bound >> 64);

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));
}
