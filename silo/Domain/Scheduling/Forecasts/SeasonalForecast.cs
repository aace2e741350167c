namespace DcOps.Domain.Scheduling.Forecasts;

/// <summary>
/// Forecast by the same time of earlier days of the same kind (working day or not), smoothed exponentially;
/// its spread is that of its own errors over the last week.
/// </summary>
public sealed class SeasonalForecast
{
    /// <summary>Weight of the newest day.</summary>
    public const double Smoothing = 0.4;

    readonly int _stepsPerDay;
    readonly Func<int, bool> _isWorkday;

    /// <param name="stepsPerDay">96 for quarter hours.</param>
    /// <param name="isWorkday">Whether a day of the history is a working day, counted from its first day.</param>
    public SeasonalForecast(int stepsPerDay, Func<int, bool> isWorkday)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerDay, 1);
        (_stepsPerDay, _isWorkday) = (stepsPerDay, isWorkday);
    }

    /// <param name="history">One value per step from the beginning of a day; null is a gap.</param>
    /// <returns>Null while there is less than three days of history: a forecast that never came is no forecast.</returns>
    public ImmutableArray<ForecastPoint>? Forecast(IReadOnlyList<double?> history, int steps)
    {
        if (history.Count < 3 * _stepsPerDay || history.All(value => value is null))
            return null;

        var errors = PastErrors(history);
        var (points, mean) = (ImmutableArray.CreateBuilder<ForecastPoint>(steps), history.Where(value => value is not null).Average()!.Value);
        for (var step = 0; step < steps; step++)
        {
            var expected = Expected(history, history.Count, history.Count + step) ?? mean;
            points.Add(new(expected + Quantile(errors, 0.1), expected, expected + Quantile(errors, 0.9)));
        }

        return points.MoveToImmutable();
    }

    /// <summary>Forecasts made at the beginning of each of the last days against what came, by lead hour.</summary>
    public ImmutableArray<LeadError> Errors(IReadOnlyList<double?> history, int hours)
    {
        var byLead = Enumerable.Range(0, hours).Select(_ => new List<(double Truth, ForecastPoint Point)>()).ToArray();
        var perHour = _stepsPerDay / 24.0;
        for (var origin = 3 * _stepsPerDay; origin < history.Count; origin += _stepsPerDay)
        {
            if (Forecast([.. history.Take(origin)], (int)(hours * perHour)) is not { } points)
                continue;
            for (var step = 0; step < points.Length && origin + step < history.Count; step++)
            {
                if (history[origin + step] is { } truth)
                    byLead[Math.Min(hours - 1, (int)(step / perHour))].Add((truth, points[step]));
            }
        }

        return [.. byLead.Select((pairs, lead) => Error(lead + 1, pairs)).Where(error => error.Count > 0)];
    }

    static LeadError Error(int lead, List<(double Truth, ForecastPoint Point)> pairs)
    {
        if (pairs.Count == 0)
            return new(lead, null, 0, 0, 0);
        static double Pinball(double truth, double forecast, double share) =>
            truth >= forecast ? share * (truth - forecast) : (1 - share) * (forecast - truth);
        var truth = pairs.Sum(pair => Math.Abs(pair.Truth));
        return new(
            lead,
            truth > 0 ? pairs.Sum(pair => Math.Abs(pair.Truth - pair.Point.P50)) / truth : null,
            pairs.Average(pair => (Pinball(pair.Truth, pair.Point.P10, 0.1) + Pinball(pair.Truth, pair.Point.P50, 0.5) + Pinball(pair.Truth, pair.Point.P90, 0.9)) / 3),
            pairs.Average(pair => pair.Truth >= pair.Point.P10 && pair.Truth <= pair.Point.P90 ? 1.0 : 0),
            pairs.Count);
    }

    /// <summary>The smoothed value of the step's time of day over earlier days of its kind; null when there is none.</summary>
    double? Expected(IReadOnlyList<double?> history, int known, int step)
    {
        var (isWorkday, smoothed) = (_isWorkday(step / _stepsPerDay), (double?)null);
        for (var day = step % _stepsPerDay; day < known; day += _stepsPerDay)
        {
            if (history[day] is { } value && _isWorkday(day / _stepsPerDay) == isWorkday)
                smoothed = smoothed is { } before ? before + (Smoothing * (value - before)) : value;
        }

        return smoothed;
    }

    double[] PastErrors(IReadOnlyList<double?> history)
    {
        var errors = new List<double>();
        for (var step = Math.Max(_stepsPerDay, history.Count - (7 * _stepsPerDay)); step < history.Count; step++)
        {
            if (history[step] is { } value && Expected(history, step - (step % _stepsPerDay), step) is { } expected)
                errors.Add(value - expected);
        }

        errors.Sort();
        return [.. errors];
    }

    static double Quantile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
