using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// Prices one job at a time: its cheapest column at given prices. Pauses are priced at nothing and a link before a paused job likewise,
/// so the value is never above the true one and the bound stays valid. One instance per thread.
/// </summary>
sealed class JobPricing(Instance instance, PriceTable table)
{
    readonly double[] _unit = new double[instance.Slots];
    readonly short[] _order = new short[instance.Slots];
    readonly short[] _slots = new short[instance.Slots];
    readonly double[] _amounts = new double[instance.Slots];
    int _count;

    /// <summary>The option chosen; -1 when leaving the job out is cheaper.</summary>
    public int Option { get; private set; }

    public int Start { get; private set; }

    /// <summary>The cheapest column's price, the unserved penalty included; adds its use to <paramref name="usage"/>.</summary>
    public double Price(int job, Usage usage)
    {
        var (best, chosen) = (instance.Penalty[job], -1);
        var current = instance.Current[job];
        var move = current.IsServed ? instance.MoveCost[job] : 0;
        if (instance.Flexibility[job] != Flexibility.Locked)
        {
            for (var option = instance.FirstOption[job]; option < instance.FirstOption[job + 1]; option++)
            {
                var price = instance.Options[option].Fixed + move + PriceOption(job, option, best, isChosen: false);
                if (price < best)
                    (best, chosen) = (price, option);
            }
        }

        (Option, Start) = (chosen, -1);
        if (current.IsServed && (move > 0 || instance.Flexibility[job] == Flexibility.Locked) && PriceOf(job, current) is var stay && stay <= best)
        {
            (Option, Start) = (current.Option, current.Slots is null ? current.Start : -1);
            Use(job, current, usage);
            return stay;
        }

        if (chosen >= 0)
        {
            PriceOption(job, chosen, double.PositiveInfinity, isChosen: true);
            UseChosen(job, chosen, usage);
        }

        return best;
    }

    /// <summary>What a given column costs at the table's prices, its fixed costs without a move.</summary>
    public double PriceOf(int job, in Column column)
    {
        var option = instance.Options[column.Option];
        var unit = table.Unit(option.Pool);
        var quota = table.HasQuotaPrice(instance.Quota[job]) ? table.Prices.Quota.AsSpan(instance.Quota[job] * instance.Slots, instance.Slots) : default;
        var price = option.Fixed + (column.Slots is null && table.HasLinkPrice(option.Link) ? LinkPrice(option, column.Start) : 0);
        for (var position = 0; position < column.Count(instance.Duration[job]); position++)
        {
            var slot = column.SlotAt(position);
            price += column.UnitsAt(position, instance.Units[job]) * (unit[slot] + (quota.IsEmpty ? 0 : quota[slot]));
        }

        return price;
    }

    double PriceOption(int job, int index, double limit, bool isChosen)
    {
        var (option, quota) = (instance.Options[index], instance.Quota[job]);
        var (isPaused, isElastic) = (instance.Flexibility[job] == Flexibility.Interruptible, instance.Flexibility[job] == Flexibility.Elastic);
        if (isPaused)
            return PricePaused(job, option, limit / instance.Units[job], isChosen) * instance.Units[job];
        if (isElastic)
        {
            var hasQuota = table.HasQuotaPrice(quota);
            if (hasQuota)
                AddQuota(option.Pool, quota);
            return PriceElastic(job, option, hasQuota ? _unit : table.Unit(option.Pool), hasQuota ? _order : table.Order(option.Pool), isChosen);
        }

        var prefix = table.Prefix(option.Pool);
        var (from, last, duration) = (option.Earliest, instance.Deadline[job] - instance.Duration[job], instance.Duration[job]);
        if (table.HasLinkPrice(option.Link))
            return PriceLinked(job, option, prefix, from, last, isChosen);
        if (table.HasQuotaPrice(quota))
        {
            if (!isChosen)
                return instance.Units[job] * WindowKernel.Cheapest(prefix, table.QuotaPrefix(quota), from, last, duration);
            Start = WindowKernel.CheapestStart(prefix, table.QuotaPrefix(quota), from, last, duration);
            return 0;
        }

        if (!isChosen)
            return instance.Units[job] * WindowKernel.Cheapest(prefix, from, last, duration);
        Start = WindowKernel.CheapestStart(prefix, from, last, duration);
        return 0;
    }

    double PriceLinked(int job, in Option option, ReadOnlySpan<double> prefix, int from, int last, bool isChosen)
    {
        var best = double.PositiveInfinity;
        var quota = instance.Quota[job] >= 0 ? table.QuotaPrefix(instance.Quota[job]) : table.NoQuota;
        for (var start = from; start <= last; start++)
        {
            var end = start + instance.Duration[job];
            var price = (instance.Units[job] * (prefix[end] - prefix[start] + quota[end] - quota[start])) + LinkPrice(option, start);
            if (price >= best)
                continue;
            best = price;
            if (isChosen)
                Start = start;
        }

        return best;
    }

    double LinkPrice(in Option option, int start)
    {
        var sum = 0.0;
        for (var slot = start - option.TransferSlots; slot < start; slot++)
            sum += table.Prices.Link[(option.Link * instance.Slots) + slot];
        return sum * option.Gbps;
    }

    /// <summary>CNY per unit of the cheapest slots, as many as the job needs.</summary>
    double PricePaused(int job, in Option option, double limit, bool isChosen)
    {
        var (left, sum, units) = (instance.Duration[job], 0.0, instance.Units[job]);
        var hasQuota = table.HasQuotaPrice(instance.Quota[job]);
        var unit = hasQuota ? _unit : table.Unit(option.Pool);
        if (hasQuota)
            AddQuota(option.Pool, instance.Quota[job]);
        var order = hasQuota ? _order : table.Order(option.Pool);
        _count = 0;
        foreach (var slot in order)
        {
            if (slot < option.Earliest || slot >= instance.Deadline[job])
                continue;
            sum += unit[slot];
            if (isChosen)
                (_slots[_count], _amounts[_count++]) = (slot, units);
            if (--left == 0)
                return sum;
            if (unit[slot] >= 0 && sum > limit)
                return double.PositiveInfinity;
        }

        return double.PositiveInfinity;
    }

    /// <summary>Steps of the scaling curve by price per work, the last one in part: the optimum of the relaxed job.</summary>
    double PriceElastic(int job, in Option option, ReadOnlySpan<double> unit, ReadOnlySpan<short> order, bool isChosen)
    {
        var levels = instance.Levels[job];
        Span<int> next = stackalloc int[levels.Length];
        next.Clear();
        var (left, sum) = ((double)instance.Duration[job], 0.0);
        _count = 0;
        if (isChosen)
            Array.Clear(_amounts);
        while (true)
        {
            var (best, step, speed, units) = (double.PositiveInfinity, -1, 0.0, 0);
            for (var level = 0; level < levels.Length; level++)
            {
                while (next[level] < order.Length && (order[next[level]] < option.Earliest || order[next[level]] >= instance.Deadline[job]))
                    next[level]++;
                if (next[level] >= order.Length)
                    continue;
                var (moreUnits, moreSpeed) = level == 0
                    ? (levels[0].Units, levels[0].Speed)
                    : (levels[level].Units - levels[level - 1].Units, levels[level].Speed - levels[level - 1].Speed);
                var price = unit[order[next[level]]] * moreUnits / moreSpeed;
                if (price < best)
                    (best, step, speed, units) = (price, level, moreSpeed, moreUnits);
            }

            if (step < 0)
                return left > 1e-9 ? double.PositiveInfinity : sum;
            if (left <= 1e-9 && best >= 0)
                return sum;
            var part = best < 0 ? 1 : Math.Min(1, left / speed);
            var slot = order[next[step]++];
            sum += part * units * unit[slot];
            left -= part * speed;
            if (isChosen)
                _amounts[slot] += part * units;
        }
    }

    /// <summary>Unit prices with the quota's, and their order.</summary>
    void AddQuota(int pool, int quota)
    {
        var unit = table.Unit(pool);
        var price = table.Prices.Quota.AsSpan(quota * instance.Slots, instance.Slots);
        table.Order(pool).CopyTo(_order);
        for (var slot = 0; slot < instance.Slots; slot++)
            _unit[slot] = unit[slot] + price[slot];

        // The pool's own order is nearly right already: few slots carry a quota price.
        for (var position = 1; position < _order.Length; position++)
        {
            var (slot, at) = (_order[position], position);
            for (; at > 0 && _unit[_order[at - 1]] > _unit[slot]; at--)
                _order[at] = _order[at - 1];
            _order[at] = slot;
        }
    }

    void UseChosen(int job, int index, Usage usage)
    {
        if (Start >= 0)
            Use(job, new(index, Start), usage);
        else if (instance.Flexibility[job] == Flexibility.Elastic)
        {
            for (var slot = instance.Options[index].Earliest; slot < instance.Deadline[job]; slot++)
                Use(job, index, slot, _amounts[slot], usage);
        }
        else
        {
            for (var position = 0; position < _count; position++)
                Use(job, index, _slots[position], _amounts[position], usage);
        }
    }

    void Use(int job, in Column column, Usage usage)
    {
        for (var position = 0; position < column.Count(instance.Duration[job]); position++)
            Use(job, column.Option, column.SlotAt(position), column.UnitsAt(position, instance.Units[job]), usage);
        var option = instance.Options[column.Option];
        for (var slot = column.Start - option.TransferSlots; column.Slots is null && option.Link >= 0 && slot < column.Start; slot++)
            usage.Link[(option.Link * instance.Slots) + slot] += option.Gbps;
    }

    void Use(int job, int index, int slot, double units, Usage usage)
    {
        var option = instance.Options[index];
        usage.Power[(option.Facility * instance.Slots) + slot] += units * instance.KwPerUnit[option.Pool];
        usage.Pool[(option.Pool * instance.Slots) + slot] += units;
        if (instance.Quota[job] >= 0)
            usage.Quota[(instance.Quota[job] * instance.Slots) + slot] += units;
    }
}
