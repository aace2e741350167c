using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.MarginalPue;

/// <summary>
/// Fits F(L) = A + B·L + C·L² with A ≥ 0, B ≥ 1, C ≥ 0 to metered intervals, by bin of wet-bulb temperature, twice: the second time without the
/// points farther than three residuals from the first curve.
/// </summary>
public static class CurveFit
{
    public const int FewestPoints = 48;

    public const double LeastRSquared = 0.8;

    /// <param name="binCelsius">Width of a bin.</param>
    /// <param name="classDefault">Curve of the facility's efficiency class, used where the meters do not say enough.</param>
    /// <returns>In order of temperature; empty without points.</returns>
    public static ImmutableArray<CurveBin> Fit(IEnumerable<PowerPoint> points, double binCelsius, PowerCurve classDefault) =>
    [
        .. points.Where(point => point.ItKw > 0 && double.IsFinite(point.FacilityKw) && point.FacilityKw >= point.ItKw)
            .GroupBy(point => Math.Floor(point.WetBulbCelsius / binCelsius) * binCelsius)
            .OrderBy(bin => bin.Key)
            .Select(bin => FitBin(bin.Key, [.. bin], classDefault)),
    ];

    static CurveBin FitBin(double from, PowerPoint[] points, PowerCurve classDefault)
    {
        var fallBack = new CurveBin(from, classDefault, null, null, points.Length, IsFallBack: true);
        if (points.Length < FewestPoints || points.Max(point => point.ItKw) < 1.1 * points.Min(point => point.ItKw))
            return fallBack;

        var first = Constrained(points);
        var spread = Residual(points, first);
        PowerPoint[] kept = [.. points.Where(point => Math.Abs(point.FacilityKw - first.FacilityKw(point.ItKw)) <= (3 * spread) + 1e-9)];
        var curve = Constrained(kept);
        var (residual, mean) = (Residual(kept, curve), kept.Average(point => point.FacilityKw));
        var variance = kept.Average(point => Math.Pow(point.FacilityKw - mean, 2));
        var explained = variance > 0 ? 1 - (residual * residual / variance) : 0;
        return explained >= LeastRSquared ? new(from, curve, explained, residual, kept.Length, IsFallBack: false) : fallBack;
    }

    static double Residual(PowerPoint[] points, PowerCurve curve) =>
        Math.Sqrt(points.Average(point => Math.Pow(point.FacilityKw - curve.FacilityKw(point.ItKw), 2)));

    /// <summary>The best of the least-squares fits on every subset of active constraints: with three terms that is the constrained optimum.</summary>
    static PowerCurve Constrained(PowerPoint[] points)
    {
        var (best, least) = (new PowerCurve(0, 1, 0), double.PositiveInfinity);
        for (var free = 0; free < 8; free++)
        {
            if (Solve(points, free) is not { } curve || curve is not { FixedKw: >= 0, Slope: >= 1, Curvature: >= 0 })
                continue;
            var residual = Residual(points, curve);
            if (residual < least)
                (best, least) = (curve, residual);
        }

        return best;
    }

    /// <summary>Normal equations on a scaled load; terms outside <paramref name="free"/> (bits fixed, slope, curvature) stay at their bound.</summary>
    static PowerCurve? Solve(PowerPoint[] points, int free)
    {
        var scale = points.Max(point => point.ItKw);
        int[] terms = [.. Enumerable.Range(0, 3).Where(term => (free & (1 << term)) != 0)];
        var (count, matrix) = (terms.Length, new double[terms.Length][]);
        for (var row = 0; row < count; row++)
            matrix[row] = new double[count + 1];
        foreach (var point in points)
        {
            var load = point.ItKw / scale;
            var left = point.FacilityKw - ((free & 2) == 0 ? point.ItKw : 0);
            for (var row = 0; row < count; row++)
            {
                for (var column = 0; column < count; column++)
                    matrix[row][column] += Math.Pow(load, terms[row] + terms[column]);
                matrix[row][count] += Math.Pow(load, terms[row]) * left;
            }
        }

        for (var pivot = 0; pivot < count; pivot++)
        {
            if (Math.Abs(matrix[pivot][pivot]) < 1e-9 * points.Length * 1e-3)
                return null;
            for (var row = 0; row < count; row++)
            {
                var factor = row == pivot ? 0 : matrix[row][pivot] / matrix[pivot][pivot];
                for (var column = pivot; column <= count && row != pivot; column++)
                    matrix[row][column] -= factor * matrix[pivot][column];
            }
        }

        var found = new double[3];
        for (var row = 0; row < count; row++)
            found[terms[row]] = matrix[row][count] / matrix[row][row];
        return new(found[0], (free & 2) == 0 ? 1 : found[1] / scale, found[2] / scale / scale);
    }
}
