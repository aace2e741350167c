namespace DcOps.Dashboard.Components.Trends;

/// <summary>A vertical axis with round steps that holds every value.</summary>
public sealed record TrendAxis(double Low, double High, double Step)
{
    public IEnumerable<double> Marks
    {
        get
        {
            for (var index = 0; Low + (index * Step) <= High + (Step / 1e6); index++)
                yield return Low + (index * Step);
        }
    }

    public static TrendAxis Of(Trend trend)
    {
        var values = trend.Lines.SelectMany(line => line.Buckets).OfType<TrendBucket>().ToList();
        if (values.Count == 0)
            return new(0, 1, 1);

        var (low, high) = (values.Min(bucket => bucket.Min), values.Max(bucket => bucket.Max));
        var step = RoundStep(Math.Max(high - low, Math.Max(Math.Abs(high), 1e-3) * 0.02) / 4);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    // 1, 2 or 5 times a power of ten: labels that people can count in.
    static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
    }
}
