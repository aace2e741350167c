using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Quality;
using DcOps.Domain.Topology;

namespace DcOps.Ledger;

/// <summary>Quality of the meters' data, and what mending unlocks.</summary>
sealed class QualityView(LedgerParts parts, ComplianceView compliance) : IQualityLedger
{
    const int FacilitiesAtOnce = 4;

    public async Task<QualityReport> QualityAsync(BusinessPeriod period, CancellationToken cancellationToken)
    {
        var now = parts.Now;
        var surveys = new (ImmutableArray<QualityRow> Rows, ImmutableArray<Suspicion> Suspicions)[parts.Inventory.Facilities.Length];
        await Parallel.ForAsync(
            0, surveys.Length, new ParallelOptions { MaxDegreeOfParallelism = FacilitiesAtOnce, CancellationToken = cancellationToken },
            async (index, token) =>
            {
                var facility = parts.Inventory.Facilities[index];
                var book = await parts.Books.OpenAsync(facility.Id, period, token);
                surveys[index] = MeterSurvey.Of(book, facility.City, period);
            });
        var year = await compliance.ComplianceAsync(ReportPeriod.TrailingYear(now, parts.Policy), cancellationToken);
        return new(
            period, now, RowsOf([.. surveys.SelectMany(survey => survey.Rows)]),
            [
                .. surveys.SelectMany(survey => survey.Suspicions).Concat(await SharedAsync(cancellationToken))
                    .OrderBy(each => each.Facility.Value, StringComparer.Ordinal).ThenBy(each => each.Meter, StringComparer.Ordinal)
                    .ThenBy(each => each.Kind),
            ],
            RepairPlan.Of(year.Rows.Select(row => row.Compliance?.Need).OfType<RepairNeed>()
                .Select(need => (need.Facility, ImmutableArray.CreateRange(need.Meters, meter => $"{need.Facility}/{meter}")))));
    }

    ImmutableArray<QualityRow> RowsOf(ImmutableArray<QualityRow> meters)
    {
        var rows = ImmutableArray.CreateBuilder<QualityRow>();
        foreach (var city in parts.Inventory.Cities)
        {
            var own = meters.Where(row => row.City == city.Code).ToList();
            if (own.Count == 0)
                continue;

            rows.Add(Sum(own, null));
            foreach (var facility in own.GroupBy(row => row.Facility))
            {
                rows.Add(Sum([.. facility], facility.Key));
                rows.AddRange(facility);
            }
        }

        return rows.DrainToImmutable();
    }

    static QualityRow Sum(List<QualityRow> rows, FacilityId? facility)
    {
        var tally = rows.Aggregate(default(PointTally), (sum, row) => sum + row.Tally);
        return new(rows[0].City, facility, null, rows[0].Class, tally, QualityScore.Of(tally));
    }

    async Task<IEnumerable<Suspicion>> SharedAsync(CancellationToken cancellationToken) =>
        SharedSerial.In((await parts.RegistryAsync(cancellationToken)).Registry).SelectMany(shared => shared.Entries.Select(entry =>
            new Suspicion(
                SuspicionKind.SharedSerial, entry.Facility, entry.Meter, null, null,
                $"{shared.Serial}: {string.Join(", ", shared.Entries.Where(other => other != entry).Select(other => $"{other.Facility} {other.Meter}").Distinct())}")));
}
