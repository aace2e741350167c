namespace DcOps.Dashboard.Live.Map;

/// <summary>A rectangle of the map, in cells.</summary>
readonly record struct MapArea(double X, double Y, double Width, double Height)
{
    /// <summary>
    /// Divides the area among parts by their weight, so that each is as near to a square as it can be: the squarified treemap of
    /// Bruls, Huizing and van Wijk (2000).
    /// </summary>
    /// <param name="weights">Above zero.</param>
    /// <returns>In the order of the weights.</returns>
    public MapArea[] Divide(IReadOnlyList<double> weights)
    {
        var areas = new MapArea[weights.Count];
        var order = Enumerable.Range(0, weights.Count).OrderByDescending(index => weights[index]).ThenBy(index => index).ToList();
        var (rest, left) = (this, weights.Sum());
        for (var first = 0; first < order.Count;)
        {
            var count = RowLength(order, weights, first, rest, left);
            var row = order.GetRange(first, count);
            rest = rest.Lay(row, weights, left, areas);
            left -= row.Sum(index => weights[index]);
            first += count;
        }

        return areas;
    }

    // How many parts along the shorter side make the worst of them least oblong.
    static int RowLength(List<int> order, IReadOnlyList<double> weights, int first, MapArea rest, double left)
    {
        var (side, scale) = (Math.Min(rest.Width, rest.Height), rest.Width * rest.Height / left);
        var (sum, worst) = (0.0, double.MaxValue);
        for (var last = first; last < order.Count; last++)
        {
            sum += weights[order[last]] * scale;
            var (greatest, least) = (weights[order[first]] * scale, weights[order[last]] * scale);
            var oblong = Math.Max(side * side * greatest / (sum * sum), sum * sum / (side * side * least));
            if (oblong > worst)
                return last - first;
            worst = oblong;
        }

        return order.Count - first;
    }

    /// <summary>Lays a row of parts along the shorter side; what is left of the area.</summary>
    MapArea Lay(List<int> row, IReadOnlyList<double> weights, double left, MapArea[] areas)
    {
        var sum = row.Sum(index => weights[index]);
        var isColumn = Width >= Height;
        var depth = (isColumn ? Width : Height) * sum / left;
        var at = 0.0;
        foreach (var index in row)
        {
            var length = (isColumn ? Height : Width) * weights[index] / sum;
            areas[index] = isColumn ? new(X, Y + at, depth, length) : new(X + at, Y, length, depth);
            at += length;
        }

        return isColumn ? this with { X = X + depth, Width = Width - depth } : this with { Y = Y + depth, Height = Height - depth };
    }
}
