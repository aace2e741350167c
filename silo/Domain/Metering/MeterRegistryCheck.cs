using System.Globalization;
using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>Whether registered meters can be true together: their days, their parents, their registers.</summary>
static class MeterRegistryCheck
{
    public static List<MeterRegistryFault> Faults(IReadOnlyList<RegisteredMeter> entries)
    {
        var faults = new List<MeterRegistryFault>();
        var byMeter = Enumerable.Range(0, entries.Count).ToLookup(index => (entries[index].Facility, entries[index].Meter));
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            if (entry.ValidTo <= entry.ValidFrom)
                faults.Add(new(index, MeterColumns.ValidTo, $"is {Day(entry.ValidTo!.Value)}, not after the first day; leave it empty or move it."));
            if (entry.Role == MeterRole.None)
                faults.Add(new(index, MeterColumns.Role, "is 'none'; leave the meter out instead."));
            if (entry.Meter == RackRegister.Meter && entry.Role != MeterRole.ItInput)
                faults.Add(new(index, MeterColumns.Role, $"is not it-input: '{RackRegister.Meter}' is the sum of the rack PDUs; write it-input or another name."));
            if (entry.ModulusWattHours <= entry.ResolutionWattHours)
                faults.Add(new(index, MeterColumns.Modulus, "is not above the resolution; write the value at which the register wraps."));
            foreach (var other in byMeter[(entry.Facility, entry.Meter)].Where(other => other < index && Overlap(entry, entries[other])))
            {
                faults.Add(new(
                    index, MeterColumns.ValidFrom,
                    $"begins on {Day(entry.ValidFrom)} while an entry of the same meter from {Day(entries[other].ValidFrom)} still holds; "
                    + "end that one on this day."));
            }

            if (entry.Parent is not null)
                Parent(entries, byMeter, index, faults);
        }

        return faults;
    }

    static void Parent(
        IReadOnlyList<RegisteredMeter> entries, ILookup<(FacilityId, string), int> byMeter, int index, List<MeterRegistryFault> faults)
    {
        var entry = entries[index];
        var parents = byMeter[(entry.Facility, entry.Parent!)].Select(parent => entries[parent])
            .OrderBy(parent => parent.ValidFrom).ToList();
        if (parents.Count == 0)
        {
            faults.Add(new(index, MeterColumns.Parent, $"is '{entry.Parent}', which is no meter of {entry.Facility}; register it first or leave the cell empty."));
            return;
        }

        if (Uncovered(entry, parents) is { } day)
            faults.Add(new(index, MeterColumns.Parent, $"is '{entry.Parent}', which does not hold on {Day(day)}; extend it or end this entry there."));
        else if (IsCyclic(entries, byMeter, entry))
            faults.Add(new(index, MeterColumns.Parent, $"is '{entry.Parent}', which lies below this meter; a tree has no circle."));
    }

    // The first of the entry's days on which no entry of the parent holds.
    static DateOnly? Uncovered(RegisteredMeter entry, List<RegisteredMeter> parents)
    {
        var day = entry.ValidFrom;
        foreach (var parent in parents)
        {
            if (!parent.IsValid(day))
                continue;
            if (parent.ValidTo is not { } end || entry.ValidTo <= end)
                return null;
            day = end;
        }

        return day;
    }

    static bool IsCyclic(IReadOnlyList<RegisteredMeter> entries, ILookup<(FacilityId, string), int> byMeter, RegisteredMeter start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Meter };
        var open = new Queue<string>([start.Parent!]);
        while (open.TryDequeue(out var name))
        {
            if (name == start.Meter)
                return true;
            if (!seen.Add(name))
                continue;
            foreach (var above in byMeter[(start.Facility, name)].Select(index => entries[index]).Where(above => Overlap(above, start)))
            {
                if (above.Parent is { } parent)
                    open.Enqueue(parent);
            }
        }

        return false;
    }

    static bool Overlap(RegisteredMeter one, RegisteredMeter other) =>
        !(one.ValidTo <= other.ValidFrom) && !(other.ValidTo <= one.ValidFrom);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
