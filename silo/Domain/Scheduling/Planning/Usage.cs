namespace DcOps.Domain.Scheduling.Planning;

/// <summary>What a choice of columns uses of everything that has a price; linear, so usages can be averaged.</summary>
sealed class Usage(Instance instance)
{
    /// <summary>IT kW added, facility × slots + slot.</summary>
    public readonly double[] Power = new double[instance.Facilities * instance.Slots];
    public readonly double[] Pool = new double[instance.Pools * instance.Slots];
    public readonly double[] Quota = new double[instance.QuotaUnits.Length * instance.Slots];
    public readonly double[] Link = new double[instance.LinkGbps.Length * instance.Slots];

    public void Clear()
    {
        Array.Clear(Power);
        Array.Clear(Pool);
        Array.Clear(Quota);
        Array.Clear(Link);
    }

    public void Add(Usage other)
    {
        Add(Power, other.Power);
        Add(Pool, other.Pool);
        Add(Quota, other.Quota);
        Add(Link, other.Link);
    }

    /// <summary>This becomes (1 − weight) of itself and <paramref name="weight"/> of the other.</summary>
    public void Blend(Usage other, double weight)
    {
        Blend(Power, other.Power, weight);
        Blend(Pool, other.Pool, weight);
        Blend(Quota, other.Quota, weight);
        Blend(Link, other.Link, weight);
    }

    static void Add(double[] sum, double[] part)
    {
        for (var row = 0; row < sum.Length; row++)
            sum[row] += part[row];
    }

    static void Blend(double[] mean, double[] part, double weight)
    {
        for (var row = 0; row < mean.Length; row++)
            mean[row] += weight * (part[row] - mean[row]);
    }
}
