namespace DcOps.Domain.Scheduling.Replay;

/// <summary>When each policy runs a job, in ticks, on a series that holds its value over each step.</summary>
sealed class JobWindows
{
    readonly double[] _prefix;
    readonly double[] _values;
    readonly int _ticksPerStep;

    /// <summary>Mean length of the class, in whole ticks.</summary>
    readonly int _shortMean;
    readonly int _longMean;
    readonly ReplayTerms _terms;

    public JobWindows(IntensitySeries series, IReadOnlyList<ReplayJob> jobs, ReplayTerms terms)
    {
        (_terms, _values) = (terms, [.. series.Values]);
        _ticksPerStep = (int)(series.Step / terms.Tick);
        _prefix = new double[_values.Length + 1];
        for (var step = 0; step < _values.Length; step++)
            _prefix[step + 1] = _prefix[step] + _values[step];
        _shortMean = Mean(jobs.Where(job => job.Length <= terms.ShortBelow));
        _longMean = Mean(jobs.Where(job => job.Length >= terms.ShortBelow));
    }

    public int Ticks => _values.Length * _ticksPerStep;

    int Mean(IEnumerable<ReplayJob> jobs) =>
        (int)(jobs.Select(job => job.Length / _terms.Tick).DefaultIfEmpty(1).Average() + 1e-9);

    bool IsShort(int length) => length * _terms.Tick < _terms.ShortBelow;

    int Wait(int length) => (int)((IsShort(length) ? _terms.ShortWait : _terms.LongWait) / _terms.Tick);

    /// <summary>Sum of the series up to a tick, in value × ticks.</summary>
    double UpTo(int tick)
    {
        var (step, rest) = int.DivRem(Math.Min(tick, Ticks), _ticksPerStep);
        return (_prefix[step] * _ticksPerStep) + (rest == 0 ? 0 : _values[step] * rest);
    }

    /// <summary>Sum over [start, start + length) in value × ticks.</summary>
    public double Sum(int start, int length) => UpTo(start + length) - UpTo(start);

    /// <summary>Runs of a job as (start, length) in ticks, in time order.</summary>
    public List<(int Start, int Length)> Runs(ReplayPolicy policy, int arrival, int length)
    {
        var (wait, mean) = (Wait(length), IsShort(length) ? _shortMean : _longMean);
        return policy switch
        {
            ReplayPolicy.RunAtOnce => [(arrival, length)],
            ReplayPolicy.LowestSlot => [(Starts(arrival, wait).MinBy(start => _values[start / _ticksPerStep]), length)],
            ReplayPolicy.LowestWindow => [(Offsets(arrival, wait).MinBy(start => Sum(start, mean)), length)],
            ReplayPolicy.SavingPerDelay => [(Offsets(arrival, wait).MaxBy(start =>
                (Sum(arrival, mean) - Sum(start, mean)) / (start - arrival + mean)), length)],
            ReplayPolicy.Threshold => BelowThreshold(arrival, length, wait),
            _ => Best(arrival, length, wait),
        };
    }

    /// <summary>The arrival and the beginning of every step within the wait.</summary>
    IEnumerable<int> Starts(int arrival, int wait) =>
        Pieces(arrival, wait + 1).Select(piece => piece.Start);

    IEnumerable<int> Offsets(int arrival, int wait) =>
        Enumerable.Range(0, (wait / _ticksPerStep) + 1).Select(step => arrival + (step * _ticksPerStep));

    /// <summary>Stretches of one value within a window.</summary>
    IEnumerable<(int Start, int Length)> Pieces(int from, int length)
    {
        var end = Math.Min(from + length, Ticks);
        for (var start = from; start < end;)
        {
            var next = Math.Min(end, ((start / _ticksPerStep) + 1) * _ticksPerStep);
            yield return (start, next - start);
            start = next;
        }
    }

    List<(int Start, int Length)> BelowThreshold(int arrival, int length, int wait)
    {
        var limit = Quantile([.. Pieces(arrival, (int)(TimeSpan.FromHours(24) / _terms.Tick))], 0.3);
        var (runs, left, patience) = (new List<(int, int)>(), length, wait);
        foreach (var (start, ticks) in Pieces(arrival, length + wait))
        {
            if (left == 0)
                break;
            var idle = _values[start / _ticksPerStep] < limit ? 0 : Math.Min(ticks, patience);
            patience -= idle;
            var run = Math.Min(left, ticks - idle);
            if (run > 0)
                runs.Add((start + idle, run));
            left -= run;
        }

        return runs;
    }

    /// <summary>Between the two nearest of the sorted ticks' values, in proportion.</summary>
    double Quantile(List<(int Start, int Length)> pieces, double share)
    {
        var sorted = pieces.Select(piece => (Value: _values[piece.Start / _ticksPerStep], piece.Length)).OrderBy(piece => piece.Value).ToList();
        var place = share * (sorted.Sum(piece => piece.Length) - 1);
        double At(double index)
        {
            foreach (var (value, length) in sorted)
            {
                if (index < length)
                    return value;
                index -= length;
            }

            return sorted[^1].Value;
        }

        var (low, high) = (At(Math.Floor(place)), At(Math.Ceiling(place)));
        return low + ((place - Math.Floor(place)) * (high - low));
    }

    List<(int Start, int Length)> Best(int arrival, int length, int wait)
    {
        var (runs, left) = (new List<(int, int)>(), length);
        foreach (var (start, ticks) in Pieces(arrival, length + wait).OrderBy(piece => _values[piece.Start / _ticksPerStep]).ThenBy(piece => piece.Start))
        {
            if (left == 0)
                break;
            runs.Add((start, Math.Min(left, ticks)));
            left -= Math.Min(left, ticks);
        }

        runs.Sort();
        return runs;
    }
}
