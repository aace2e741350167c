using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DcOps.Dashboard.Components.Trends;

public sealed partial class TrendChart
{
    const int Width = 960;
    const int Height = 240;
    const int Left = 64;
    const int Right = 12;
    const int Top = 10;
    const int Bottom = 24;
    const int LabelledHours = 3;

    [Parameter, EditorRequired]
    public required Trend Trend { get; set; }

    TrendAxis Axis { get; set; } = new(0, 1, 1);

    int MarkDigits => Axis.Step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(Axis.Step));

    IEnumerable<DateTimeOffset> Hours
    {
        get
        {
            var first = new DateTimeOffset(Trend.From.Year, Trend.From.Month, Trend.From.Day, Trend.From.Hour, 0, 0, TimeSpan.Zero);
            for (var hour = first.AddHours(LabelledHours); hour < Trend.To; hour = hour.AddHours(LabelledHours))
                yield return hour;
        }
    }

    /// <summary>Means of each hour, newest first, one value a line.</summary>
    IEnumerable<(DateTimeOffset At, ImmutableArray<double?> Values)> ByHour
    {
        get
        {
            var perHour = (int)(TimeSpan.FromHours(1).Ticks / TrendLine.Stretch.Ticks);
            for (var hour = (Trend.Lines[0].Buckets.Length / perHour) - 1; hour >= 0; hour--)
            {
                var start = hour * perHour;
                yield return (Trend.From.AddHours(hour), [.. Trend.Lines.Select(line => Mean(line, start, perHour))]);
            }
        }
    }

    protected override void OnParametersSet() => Axis = TrendAxis.Of(Trend);

    static double? Mean(TrendLine line, int start, int count)
    {
        var known = line.Buckets.Skip(start).Take(count).OfType<TrendBucket>().Select(bucket => bucket.Mean).ToList();
        return known.Count == 0 ? null : known.Average();
    }

    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    double X(int bucket) => XAt(Trend.From + (TrendLine.Stretch * (bucket + 0.5)));

    double XAt(DateTimeOffset at) => Left + ((at - Trend.From) / (Trend.To - Trend.From) * (Width - Left - Right));

    double Y(double value) => Top + ((Axis.High - value) / (Axis.High - Axis.Low) * (Height - Top - Bottom));
}
