using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What several rows say of the device as a whole: the sum of what adds up, the worst of conditions.</summary>
sealed class RowSums
{
    /// <summary>After every object that speaks of the whole itself, and in the order of the tables.</summary>
    const int LastInOrder = 1_000_000;

    readonly Dictionary<(int Table, Quantity Quantity), List<FoundPoint>> _rows = [];

    public void Add(in FoundPoint found)
    {
        if (found.Binding.Rule.Table is not { } table)
            return;

        var quantity = found.Meaning.Quantity;
        var counts = table.Totals.Contains(quantity)
            || (found.IsRowOfTotal && (QuantityTraits.Of(quantity).IsAdditive || quantity == Quantity.Condition));
        if (!counts)
            return;

        var key = (table.Position, quantity);
        if (!_rows.TryGetValue(key, out var rows))
            _rows[key] = rows = [];
        rows.Add(found);
    }

    /// <param name="mostRows">How many rows each sum had at most so far: with fewer, one is missing and the sum unknown.</param>
    public void AddTo(PointGathering gathering, Device device, Dictionary<(int Table, Quantity Quantity), int> mostRows)
    {
        foreach (var (key, rows) in _rows)
        {
            var point = PointId.Total(device.Name, key.Quantity);
            if (key.Quantity == Quantity.Condition)
            {
                foreach (var row in rows)
                    gathering.Add(point, LastInOrder + key.Table, row.Value, row.Quality, null);
                continue;
            }

            var most = mostRows[key] = Math.Max(rows.Count, mostRows.GetValueOrDefault(key));
            var usable = rows.Count == most && rows.TrueForAll(row => row.Value is not null && row.Quality != ReadingQuality.Bad);
            double? sum = usable ? rows.Sum(row => row.Value!.Value) : null;
            gathering.Add(point, LastInOrder + key.Table, sum, sum is null ? ReadingQuality.Bad : rows.Max(row => row.Quality), Traits(rows));
        }
    }

    /// <summary>A sum wraps as its members do when all wrap alike; a swap of any is a swap of the sum.</summary>
    static RegisterTraits? Traits(List<FoundPoint> rows)
    {
        if (rows.Exists(row => row.Traits is null))
            return null;

        var all = rows.ConvertAll(row => row.Traits!);
        var serials = all.ConvertAll(traits => traits.MeterSerial);
        return all[0] with
        {
            ResolutionWattHours = all.Max(traits => traits.ResolutionWattHours),
            ModulusWattHours = all.TrueForAll(traits => traits.ModulusWattHours == all[0].ModulusWattHours) ? all[0].ModulusWattHours : null,
            IsVolatile = all.Exists(traits => traits.IsVolatile),
            MeterSerial = serials.Contains(null) ? null : string.Join('+', serials.Distinct(StringComparer.Ordinal)),
        };
    }
}
