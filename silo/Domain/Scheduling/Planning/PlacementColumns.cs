using DcOps.Domain.Scheduling.Model;

namespace DcOps.Domain.Scheduling.Planning;

/// <summary>Between the planner's columns and the model's placements.</summary>
static class PlacementColumns
{
    /// <returns>None when the facility is no longer open to the workload, or the placement lies outside its window.</returns>
    public static Column ToColumn(Instance instance, int job, Placement placement)
    {
        for (var option = instance.FirstOption[job]; option < instance.FirstOption[job + 1]; option++)
        {
            if (instance.Options[option].Facility != placement.Facility)
                continue;
            if (placement.First < instance.Options[option].Earliest || placement.End > instance.Deadline[job])
                return Column.None;
            if (placement.Runs.Length == 1 && instance.Levels[job].Length == 0)
                return placement.End - placement.First == instance.Duration[job] ? new(option, placement.First) : Column.None;

            var slots = new List<short>();
            var units = new List<int>();
            foreach (var run in placement.Runs)
            {
                for (var slot = run.From; slot < run.To; slot++)
                {
                    slots.Add((short)slot);
                    units.Add(run.Units);
                }
            }

            return !DoesWork(instance, job, units)
                ? Column.None
                : new(option, slots[0], [.. slots], instance.Levels[job].Length == 0 ? null : [.. units]);
        }

        return Column.None;
    }

    /// <summary>A placement that would leave an elastic job unfinished, as after a change of its levels, is none.</summary>
    static bool DoesWork(Instance instance, int job, List<int> units)
    {
        var levels = instance.Levels[job];
        return levels.Length == 0
            ? units.Count == instance.Duration[job]
            : units.TrueForAll(each => Array.Exists(levels, level => level.Units == each))
                && units.Sum(each => Array.Find(levels, level => level.Units == each)!.Speed) >= instance.Duration[job] - 1e-9;
    }

    public static Placement? ToPlacement(Instance instance, int job, in Column column)
    {
        if (!column.IsServed)
            return null;

        var runs = ImmutableArray.CreateBuilder<SlotRun>();
        for (var position = 0; position < column.Count(instance.Duration[job]); position++)
        {
            var (slot, units) = (column.SlotAt(position), column.UnitsAt(position, instance.Units[job]));
            if (runs.Count > 0 && runs[^1].To == slot && runs[^1].Units == units)
                runs[^1] = runs[^1] with { To = slot + 1 };
            else
                runs.Add(new(slot, slot + 1, units));
        }

        return new(instance.Options[column.Option].Facility, runs.ToImmutable());
    }
}
