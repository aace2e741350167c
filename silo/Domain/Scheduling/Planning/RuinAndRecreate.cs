using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// Takes a few jobs out of where a badly placed one would rather be, puts all back at their cheapest, and keeps the result if the whole plan
/// became cheaper. Source of the scheme: Schrimpf et al. 2000.
/// </summary>
sealed class RuinAndRecreate
{
    readonly Instance _instance;
    readonly LoadBook _book;
    readonly Insertion _insertion;
    readonly PriceAscent _ascent;
    readonly PlanRandom _random;
    readonly List<int>[] _inPool;
    readonly int[] _placeInPool;
    readonly int _mostMoved;
    readonly List<int> _ruined = [];
    readonly List<Column> _before = [];

    public RuinAndRecreate(Instance instance, LoadBook book, Insertion insertion, PriceAscent ascent, ulong seed, int mostMoved)
    {
        (_instance, _book, _insertion, _ascent, _random) = (instance, book, insertion, ascent, new(seed));
        _mostMoved = Math.Max(mostMoved, book.Moved);
        _inPool = [.. Enumerable.Range(0, instance.Pools).Select(_ => new List<int>())];
        _placeInPool = new int[instance.Jobs];
        for (var job = 0; job < instance.Jobs; job++)
            Enter(job);
    }

    /// <returns>Rounds done: fewer than asked when it was told to stop or nothing is left to gain.</returns>
    public int Run(int rounds, CancellationToken enough)
    {
        var queue = Seeds();
        var (next, gained, done) = (0, false, 0);
        for (; done < rounds && !enough.IsCancellationRequested && queue.Count > 0; done++)
        {
            if (next >= queue.Count)
            {
                if (!gained && done > 2 * queue.Count)
                    break;
                (queue, next, gained) = (Seeds(), 0, false);
                if (queue.Count == 0)
                    break;
            }

            gained |= Try(queue[next++]);
        }

        return done;
    }

    /// <summary>Jobs that cost more than the prices say they could, worst first.</summary>
    List<int> Seeds()
    {
        var (jobs, keys) = (new List<int>(), new List<double>());
        for (var job = 0; job < _instance.Jobs; job++)
        {
            if (_instance.Flexibility[job] == Flexibility.Locked || _instance.FirstOption[job] == _instance.FirstOption[job + 1])
                continue;
            var regret = Regret(job);
            if (regret > 1e-6 * (1 + Math.Abs(_ascent.Values[job])))
            {
                jobs.Add(job);
                keys.Add(-regret);
            }
        }

        var (order, sort) = (jobs.ToArray(), keys.ToArray());
        Array.Sort(sort, order);
        return [.. order.Take(Math.Max(50, order.Length / 4))];
    }

    double Regret(int job)
    {
        var column = _book.Columns[job];
        return column.IsServed
            ? _ascent.PriceOf(job, column) + _instance.JobCost(job, column) - _instance.Options[column.Option].Fixed - _ascent.Values[job]
            : _instance.Penalty[job] - _ascent.Values[job];
    }

    bool Try(int seed)
    {
        var (option, start) = Wanted(seed);
        var pool = option >= 0 ? _instance.Options[option].Pool : -1;
        var (cost, moved) = (_book.Cost, _book.Moved);
        _ruined.Clear();
        _before.Clear();
        Ruin(seed);
        if (!_before[0].IsServed && _instance.Levels[seed].Length == 0)
            Eject(seed, option, start);
        else if (pool >= 0)
            RuinNear(seed, pool, start);

        // The seed first half of the time: it takes the place it wants; else the order is drawn.
        if (_random.Below(2) == 0)
            Shuffle();
        _insertion.ScarcityWeight = 0.5 * _random.Below(3);
        foreach (var job in _ruined)
        {
            if (!_book.Columns[job].IsServed)
                _book.Place(job, _insertion.Best(job));
        }

        if (_book.Cost < cost - 1e-7 && (_book.Moved <= _mostMoved || _book.Moved <= moved))
        {
            foreach (var job in _ruined)
                Enter(job);
            return true;
        }

        foreach (var job in _ruined)
            _book.Remove(job);
        foreach (var job in _ruined)
        {
            _book.Place(job, _before[_placeInPool[job]]);
            Enter(job);
        }

        return false;
    }

    (int Option, int Start) Wanted(int job)
    {
        var row = _random.Below(Math.Min(PriceAscent.Memory, _ascent.Iterations)) * _instance.Jobs;
        var option = _ascent.Options[row + job];
        if (option < 0)
            option = _instance.FirstOption[job] + _random.Below(_instance.FirstOption[job + 1] - _instance.FirstOption[job]);
        return (option, _ascent.Starts[row + job]);
    }

    /// <summary>Makes room for a job that found none: whatever of the same facility overlaps its window goes, until it fits.</summary>
    void Eject(int seed, int index, int start)
    {
        var option = _instance.Options[index];
        var last = _instance.Deadline[seed] - _instance.Duration[seed];
        if (start < option.Earliest || start > last)
            start = option.Earliest + _random.Below(Math.Max(1, last - option.Earliest + 1));
        var (column, end, first) = (new Column(index, start), start + _instance.Duration[seed], option.Facility * Instance.Kinds);
        for (var tries = 0; tries < 200 && _ruined.Count < 40 && !_book.Fits(seed, column); tries++)
        {
            // Mostly from its own pool; now and then from the others, when it is power that lacks.
            var inPool = _inPool[_random.Below(4) > 0 ? option.Pool : first + _random.Below(Instance.Kinds)];
            if (inPool.Count == 0)
                continue;
            var job = inPool[_random.Below(inPool.Count)];
            var other = _book.Columns[job];
            var isNear = other.Start < end && other.SlotAt(other.Count(_instance.Duration[job]) - 1) >= start;
            if (isNear && _instance.Flexibility[job] != Flexibility.Locked)
                Ruin(job);
        }

        if (_book.Fits(seed, column))
            _book.Place(seed, column);
    }

    void RuinNear(int seed, int pool, int start)
    {
        var (inPool, wanted) = (_inPool[pool], 4 + _random.Below(12));
        for (var tries = 0; tries < 4 * wanted && _ruined.Count <= wanted && inPool.Count > 0; tries++)
        {
            var job = inPool[_random.Below(inPool.Count)];
            var column = _book.Columns[job];
            var end = column.SlotAt(column.Count(_instance.Duration[job]) - 1);
            var isNear = start < 0 || (column.Start < start + _instance.Duration[seed] + 4 && end >= start - 4);
            if (isNear && _instance.Flexibility[job] != Flexibility.Locked)
                Ruin(job);
        }
    }

    void Ruin(int job)
    {
        Leave(job);
        _ruined.Add(job);
        _before.Add(_book.Columns[job]);
        _placeInPool[job] = _before.Count - 1;
        _book.Remove(job);
    }

    void Shuffle()
    {
        for (var index = _ruined.Count - 1; index > 0; index--)
        {
            var other = _random.Below(index + 1);
            (_ruined[index], _ruined[other]) = (_ruined[other], _ruined[index]);
        }
    }

    void Enter(int job)
    {
        if (!_book.Columns[job].IsServed)
            return;
        var pool = _inPool[_instance.Options[_book.Columns[job].Option].Pool];
        _placeInPool[job] = pool.Count;
        pool.Add(job);
    }

    void Leave(int job)
    {
        if (!_book.Columns[job].IsServed)
            return;
        var pool = _inPool[_instance.Options[_book.Columns[job].Option].Pool];
        var (place, last) = (_placeInPool[job], pool[^1]);
        pool[place] = last;
        _placeInPool[last] = place;
        pool.RemoveAt(pool.Count - 1);
    }
}
