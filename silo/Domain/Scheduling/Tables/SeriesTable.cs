using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Scheduling.Tables;

/// <summary>
/// Series as steps: a value holds from its instant until the next row of the same series. What stands for one facility outranks its
/// region's, and that what stands for all (<c>*</c>).
/// </summary>
sealed class SeriesTable
{
    const string Everywhere = "*";

    public static readonly string[] Columns = ["where", "series", "from", "value"];

    readonly PlanTerms _terms;
    readonly List<CsvFault> _faults;
    readonly Dictionary<(string Where, PlanSeries Series), SortedList<DateTimeOffset, (double? Value, int Line)>> _steps = [];

    SeriesTable(PlanTerms terms, List<CsvFault> faults) => (_terms, _faults) = (terms, faults);

    public static SeriesTable Read(
        string text, PlanTerms terms, IReadOnlyDictionary<string, TabledRegion> regions,
        IReadOnlyDictionary<string, TabledFacility> facilities, List<CsvFault> faults)
    {
        var table = new SeriesTable(terms, faults);
        foreach (var row in CsvTable.Read(PlanTables.Series, text, Columns, faults))
        {
            row.Required("series");
            row.Required("from");
            var where = row.Required("where");
            var (series, from) = (row.Choice<PlanSeries>("series"), row.Instant("from"));
            var value = series == PlanSeries.Price ? row.Number("value") : row.NotNegative("value");
            if (where.Length > 0 && where != Everywhere && !regions.ContainsKey(where) && !facilities.ContainsKey(where))
                row.Refuse("where", $"is '{where}', which is neither a facility nor a region of this plan, nor * for all.");
            if (row.IsFaulty)
                continue;

            var steps = table._steps.TryGetValue((where, series!.Value), out var known)
                ? known
                : table._steps[(where, series.Value)] = [];
            if (!steps.TryAdd(from!.Value, (value, row.Line)))
                row.Refuse("from", $"begins twice at {row.Text("from")} for this series; keep one row.");
        }

        return table;
    }

    /// <summary>The facility with its series; what is not given is a fault.</summary>
    public FacilityOffer Complete(TabledFacility facility) => facility.Offer with
    {
        BaseKw = Of(facility, PlanSeries.BaseKw),
        LimitKw = Of(facility, PlanSeries.LimitKw),
        Price = Of(facility, PlanSeries.Price),
        Carbon = Of(facility, PlanSeries.Carbon),
    };

    /// <summary>One value per slot; null where no row gives the series.</summary>
    public ImmutableArray<double>? Find(TabledFacility facility, PlanSeries series)
    {
        foreach (var where in new[] { facility.Offer.Id.Value, facility.Region, Everywhere })
        {
            if (_steps.TryGetValue((where, series), out var steps))
                return Slots(where, series, steps);
        }

        return null;
    }

    ImmutableArray<double> Of(TabledFacility facility, PlanSeries series)
    {
        if (Find(facility, series) is { } found)
            return found;

        _faults.Add(new(
            PlanTables.Series, 1, "series",
            $"has no {KebabCase.Of(series)} for {facility.Offer.Id}; give one for it, for region {facility.Region}, or for *."));
        return [.. Enumerable.Repeat(0.0, _terms.Slots)];
    }

    ImmutableArray<double> Slots(string where, PlanSeries series, SortedList<DateTimeOffset, (double? Value, int Line)> steps)
    {
        var values = ImmutableArray.CreateBuilder<double>(_terms.Slots);
        var (step, isGapTold) = (-1, false);
        for (var slot = 0; slot < _terms.Slots; slot++)
        {
            var at = _terms.StartsAt + (_terms.Step * slot);
            while (step + 1 < steps.Count && steps.Keys[step + 1] <= at)
                step++;
            var value = step < 0 ? null : steps.Values[step].Value;
            if (value is null && !isGapTold)
            {
                isGapTold = true;
                _faults.Add(new(
                    PlanTables.Series, steps.Values[Math.Max(0, step)].Line, "value",
                    FormattableString.Invariant($"leaves a gap in {KebabCase.Of(series)} of {where} at {at:yyyy-MM-ddTHH:mmzzz}; give a value that holds then.")));
            }

            values.Add(value ?? 0);
        }

        return values.MoveToImmutable();
    }
}
