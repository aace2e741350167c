namespace DcOps.Domain.Scheduling.Planning;

/// <summary>
/// Fills an elastic job greedily by price per unit of work, which is optimal for a concave scaling curve but for the last step.
/// Source: CarbonScaler (SIGMETRICS 2024).
/// </summary>
static class ElasticFill
{
    /// <param name="unit">CNY of the job's nominal units at each slot.</param>
    public static Column Fill(Instance instance, LoadBook book, int job, int index, double[] unit, double limit, out double price)
    {
        var (option, levels, nominal) = (instance.Options[index], instance.Levels[job], (double)instance.Units[job]);
        var steps = new List<(double Price, short Slot, short Level)>();
        for (var slot = option.Earliest; slot < instance.Deadline[job]; slot++)
        {
            for (var level = 0; level < levels.Length && book.HasRoom(job, option, slot, levels[level].Units); level++)
            {
                var (units, speed) = Step(levels, level);
                steps.Add((unit[slot] * units / nominal / speed, (short)slot, (short)level));
            }
        }

        steps.Sort(static (left, right) => left.Price != right.Price
            ? left.Price.CompareTo(right.Price)
            : left.Level != right.Level ? left.Level.CompareTo(right.Level) : left.Slot.CompareTo(right.Slot));
        var (reached, left) = (new short[instance.Slots], (double)instance.Duration[job]);
        price = 0;
        foreach (var step in steps)
        {
            // With a negative price a higher level may sort before a lower one: it waits.
            if (left <= 1e-9 || reached[step.Slot] != step.Level)
                continue;
            reached[step.Slot]++;
            var (units, speed) = Step(levels, step.Level);
            price += unit[step.Slot] * units / nominal;
            left -= speed;
        }

        if (left > 1e-9 || price >= limit)
            return Column.None;
        var slots = new List<short>();
        for (short slot = 0; slot < instance.Slots; slot++)
        {
            if (reached[slot] > 0)
                slots.Add(slot);
        }

        var column = new Column(index, slots[0], [.. slots], [.. slots.Select(slot => levels[reached[slot] - 1].Units)]);
        price += instance.Checkpoint[job] * column.Pauses;
        return price < limit && book.HasLink(option, column.Start) ? column : Column.None;
    }

    static (int Units, double Speed) Step(Model.ScalingLevel[] levels, int level) => level == 0
        ? (levels[0].Units, levels[0].Speed)
        : (levels[level].Units - levels[level - 1].Units, levels[level].Speed - levels[level - 1].Speed);
}
