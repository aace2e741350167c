using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// The cheapest feasible column for a job in the plan as it stands: true marginal cost of power at the present load, plus the scarcity
/// prices of pools and quotas, so that it does not take what somebody else needs more.
/// </summary>
sealed class Insertion(Instance instance, LoadBook book, PlanPrices prices)
{
    readonly int _slots = instance.Slots;
    readonly double[] _linear = new double[instance.Facilities * instance.Slots];
    readonly double[] _square = new double[instance.Facilities * instance.Slots];
    readonly double[] _scarcity = new double[instance.Facilities * instance.Slots];
    readonly double[] _unit = new double[instance.Slots];
    readonly double[] _prefix = new double[instance.Slots + 1];
    readonly bool[] _isFree = new bool[instance.Slots];
    readonly short[] _order = new short[instance.Slots];
    readonly double[] _keys = new double[instance.Slots];

    /// <summary>CNY of the column last found, scarcity included; the penalty when none.</summary>
    public double Price { get; private set; }

    /// <summary>1 while the plan is being filled; less when what is free will stay free.</summary>
    public double ScarcityWeight { get; set; } = 1;

    /// <summary>None when nothing fits or leaving the job out costs less.</summary>
    public Column Best(int job)
    {
        var (best, chosen) = (instance.Penalty[job], Column.None);
        var current = instance.Current[job];
        var move = current.IsServed ? instance.MoveCost[job] : 0;
        if (current.IsServed && (move > 0 || instance.Flexibility[job] == Flexibility.Locked) && book.Fits(job, current))
        {
            Prepare(job, instance.Options[current.Option]);
            var stay = instance.Options[current.Option].Fixed + PriceOf(job, current);
            if (stay < best || instance.Flexibility[job] == Flexibility.Locked)
                (best, chosen) = (stay, current);
        }

        if (instance.Flexibility[job] != Flexibility.Locked)
        {
            for (var option = instance.FirstOption[job]; option < instance.FirstOption[job + 1]; option++)
            {
                Prepare(job, instance.Options[option]);
                var found = Find(job, option, best - instance.Options[option].Fixed - move, out var price);
                if (found.IsServed)
                    (best, chosen) = (price + instance.Options[option].Fixed + move, found);
            }
        }

        Price = best;
        return chosen;
    }

    /// <summary>Prepares the price of this job's units at each slot of an option, as prefix sums.</summary>
    void Prepare(int job, in Option option)
    {
        if (book.IsDirty[option.Facility])
            Refresh(option.Facility);
        var (kilowatts, units, first, pool) =
            (instance.Units[job] * instance.KwPerUnit[option.Pool], instance.Units[job], option.Facility * _slots, option.Pool * _slots);
        var (from, to, sum) = (Math.Max(0, option.Earliest), instance.Deadline[job], 0.0);
        var quota = instance.Quota[job] * _slots;
        _prefix[from] = 0;
        for (var slot = from; slot < to; slot++)
        {
            var scarcity = (kilowatts * _scarcity[first + slot]) + (units * prices.Pool[pool + slot]);
            if (quota >= 0)
                scarcity += units * prices.Quota[quota + slot];
            var price = (kilowatts * (_linear[first + slot] + (kilowatts * _square[first + slot]))) + (ScarcityWeight * scarcity);
            _unit[slot] = price;
            _prefix[slot + 1] = sum += price;
        }
    }

    void Refresh(int facility)
    {
        for (var slot = 0; slot < _slots; slot++)
        {
            var price = prices.FacilityPrice(instance, facility, slot);
            var (row, curve) = ((facility * _slots) + slot, instance.Curve[facility]);
            (_linear[row], _square[row]) = (price * curve.MarginalPue(book.Load[row]), price * curve.Curvature);

            // Power that the decomposition found scarce costs more than its energy does.
            _scarcity[row] = Math.Max(0, prices.Power[row] - (price * curve.MarginalPue(instance.Limit[row])));
        }

        book.IsDirty[facility] = false;
    }

    double PriceOf(int job, in Column column)
    {
        var price = instance.Checkpoint[job] * column.Pauses;
        for (var position = 0; position < column.Count(instance.Duration[job]); position++)
            price += _unit[column.SlotAt(position)] * column.UnitsAt(position, instance.Units[job]) / instance.Units[job];
        return price;
    }

    Column Find(int job, int index, double limit, out double price)
    {
        var option = instance.Options[index];
        price = double.PositiveInfinity;
        switch (instance.Flexibility[job])
        {
            case Flexibility.Elastic:
                return ElasticFill.Fill(instance, book, job, index, _unit, limit, out price);
            case Flexibility.Interruptible:
                var through = FindThrough(job, index, option, limit, out var throughPrice);
                var paused = FindPaused(job, index, option, Math.Min(limit, throughPrice), out price);
                if (paused.IsServed)
                    return paused;
                price = throughPrice;
                return through;
            default:
                return FindThrough(job, index, option, limit, out price);
        }
    }

    Column FindThrough(int job, int index, in Option option, double limit, out double price)
    {
        var (from, last, duration) = (option.Earliest, instance.Deadline[job] - instance.Duration[job], instance.Duration[job]);
        price = double.PositiveInfinity;
        if (last < from || WindowKernel.Cheapest(_prefix, from, last, duration) is var least && least >= limit)
            return Column.None;

        var start = WindowKernel.CheapestStart(_prefix, from, last, duration);
        if (!book.Fits(job, new(index, start)))
            start = FirstFeasible(job, option, from, last, limit);
        if (start < 0)
            return Column.None;
        price = _prefix[start + duration] - _prefix[start];
        return price < limit ? new(index, start) : Column.None;
    }

    int FirstFeasible(int job, in Option option, int from, int last, double limit)
    {
        var (run, best, at, duration) = (0, limit, -1, instance.Duration[job]);
        for (var slot = instance.Deadline[job] - 1; slot >= from; slot--)
        {
            run = book.HasRoom(job, option, slot, instance.Units[job]) ? run + 1 : 0;
            if (run < duration || slot > last)
                continue;
            var price = _prefix[slot + duration] - _prefix[slot];
            if (price < best && book.HasLink(option, slot))
                (best, at) = (price, slot);
        }

        return at;
    }

    Column FindPaused(int job, int index, in Option option, double limit, out double price)
    {
        var (count, duration) = (0, instance.Duration[job]);
        price = double.PositiveInfinity;
        for (var slot = option.Earliest; slot < instance.Deadline[job]; slot++)
        {
            if (book.HasRoom(job, option, slot, instance.Units[job]))
                (_order[count], _keys[count++]) = ((short)slot, _unit[slot]);
        }

        if (count < duration)
            return Column.None;
        _keys.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        var sum = 0.0;
        for (var position = 0; position < duration; position++)
            sum += _keys[position];
        if (sum >= limit)
            return Column.None;

        var slots = _order[..duration];
        Array.Sort(slots);
        var column = new Column(index, slots[0], slots);
        price = sum + (instance.Checkpoint[job] * column.Pauses);
        return price < limit && book.HasLink(option, column.Start) ? column : Column.None;
    }
}
