namespace DcOps.Domain.Alarms.Rules;

/// <summary>Where a value is expected, from moments of its own history that were like this one.</summary>
/// <param name="Low">Lower end, in the unit of the values.</param>
/// <param name="Samples">How many like moments there were.</param>
public readonly record struct ExpectedBand(double Low, double Median, double High, int Samples)
{
    /// <summary>Turns a median deviation into a standard deviation where values scatter normally.</summary>
    const double Normal = 1.4826;

    /// <summary>Half width in standard deviations.</summary>
    public const double Width = 4;

    /// <summary>
    /// Median plus and minus four scaled median deviations, never narrower than the values' resolution allows.
    /// Null when no moment is like this one.
    /// </summary>
    /// <param name="history">In any order.</param>
    /// <param name="resolution">Least half width, in the unit of the values.</param>
    public static ExpectedBand? Of(IEnumerable<Moment> history, in Moment now, Likeness likeness, double resolution)
    {
        var values = new List<double>();
        foreach (var moment in history)
        {
            if (likeness.IsLike(moment, now))
                values.Add(moment.Value);
        }

        if (values.Count == 0)
            return null;

        var median = MedianOf(values);
        var deviation = MedianOf([.. values.Select(value => Math.Abs(value - median))]) * Normal * Width;
        var half = Math.Max(deviation, resolution);
        return new(median - half, median, median + half, values.Count);
    }

    static double MedianOf(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
