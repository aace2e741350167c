using System.Globalization;
using System.Text;

namespace DcOps.Dashboard.Components.Trends;

/// <summary>A line as the path of an SVG; a gap in the values is a gap in the path.</summary>
static class TrendPath
{
    public static string Line(TrendLine line, Func<int, double> x, Func<double, double> y)
    {
        var path = new StringBuilder(line.Buckets.Length * 12);
        var drawing = false;
        for (var index = 0; index < line.Buckets.Length; index++)
        {
            if (line.Buckets[index] is not { } bucket)
            {
                drawing = false;
                continue;
            }

            // A single stretch between gaps still deserves a mark: a line of no length with round caps.
            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{x(index):0.#} {y(bucket.Mean):0.#}");
            if (!drawing)
                path.Append("h.1");
            drawing = true;
        }

        return path.ToString();
    }

    public static string Band(TrendLine line, Func<int, double> x, Func<double, double> y)
    {
        var path = new StringBuilder(line.Buckets.Length * 24);
        for (var start = 0; start < line.Buckets.Length;)
        {
            if (line.Buckets[start] is null)
            {
                start++;
                continue;
            }

            var end = start;
            while (end < line.Buckets.Length && line.Buckets[end] is not null)
                end++;
            for (var index = start; index < end; index++)
                path.Append(CultureInfo.InvariantCulture, $"{(index == start ? 'M' : 'L')}{x(index):0.#} {y(line.Buckets[index]!.Value.Max):0.#}");
            for (var index = end - 1; index >= start; index--)
                path.Append(CultureInfo.InvariantCulture, $"L{x(index):0.#} {y(line.Buckets[index]!.Value.Min):0.#}");
            path.Append('Z');
            start = end;
        }

        return path.ToString();
    }
}
