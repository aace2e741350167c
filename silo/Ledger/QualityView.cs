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
        var points = await new PointRows(parts).OfAsync(period, cancellationToken);
        ImmutableArray<(QualityRow Row, ImmutableArray<long> Arrivals)> leaves =
            [.. surveys.SelectMany(survey => survey.Rows).Select(row => (row, ImmutableArray<long>.Empty)), .. points.Rows];
        var year = await compliance.ComplianceAsync(ReportPeriod.TrailingYear(now, parts.Policy), cancellationToken);
        return new(
            period, now, RowsOf(leaves),
            [
                .. surveys.SelectMany(survey => survey.Suspicions).Concat(points.Suspicions).Concat(await SharedAsync(cancellationToken))
                    .OrderBy(each => each.Facility.Value, StringComparer.Ordinal).ThenBy(each => each.Meter, StringComparer.Ordinal)
                    .ThenBy(each => each.Kind),
            ],
            RepairPlan.Of(year.Rows.Select(row => row.Compliance?.Need).OfType<RepairNeed>()
                .Select(need => (need.Facility, ImmutableArray.CreateRange(need.Meters, meter => $"{need.Facility}/{meter}")))))
        {
            Matrix = MatrixOf(leaves),
            Counted = points.Counted,
        };
    }

    ImmutableArray<QualityRow> RowsOf(ImmutableArray<(QualityRow Row, ImmutableArray<long> Arrivals)> leaves)
    {
        var rows = ImmutableArray.CreateBuilder<QualityRow>();
        foreach (var city in parts.Inventory.Cities)
        {
            var own = leaves.Where(leaf => leaf.Row.City == city.Code).ToList();
            foreach (var of in own.Select(leaf => leaf.Row.Class).Distinct().Order())
                rows.Add(Sum(own.FindAll(leaf => leaf.Row.Class == of), null));
            foreach (var facility in own.GroupBy(leaf => leaf.Row.Facility))
            {
                foreach (var of in facility.GroupBy(leaf => leaf.Row.Class).OrderBy(group => group.Key))
                {
                    rows.Add(Sum([.. of], facility.Key));
                    rows.AddRange(of.Select(leaf => leaf.Row));
                }
            }
        }

        return rows.DrainToImmutable();
    }

    ImmutableArray<QualityCell> MatrixOf(ImmutableArray<(QualityRow Row, ImmutableArray<long> Arrivals)> leaves) =>
    [
        .. parts.Inventory.Cities.SelectMany(city => leaves.Where(leaf => leaf.Row.City == city.Code)
            .GroupBy(leaf => leaf.Row.Class).OrderBy(group => group.Key).Select(group =>
            {
                var sum = Sum([.. group], null);
                return new QualityCell(
                    city.Code, group.Key, group.Select(leaf => leaf.Row.Facility).Distinct().Count(), sum.Tally, sum.Score, sum.Timing);
            })),
    ];

    static QualityRow Sum(List<(QualityRow Row, ImmutableArray<long> Arrivals)> leaves, FacilityId? facility)
    {
        var tally = leaves.Aggregate(default(PointTally), (sum, leaf) => sum + leaf.Row.Tally);
        var timed = leaves.FindAll(leaf => !leaf.Arrivals.IsEmpty);
        return new(leaves[0].Row.City, facility, null, leaves[0].Row.Class, tally, QualityScore.Of(tally))
        {
            Timing = timed.Count == 0
                ? null
                : ArrivalClasses.Timing([.. Enumerable.Range(0, ArrivalClasses.Count).Select(index => timed.Sum(leaf => leaf.Arrivals[index]))]),
        };
    }

    async Task<IEnumerable<Suspicion>> SharedAsync(CancellationToken cancellationToken) =>
        SharedSerial.In((await parts.RegistryAsync(cancellationToken)).Registry).SelectMany(shared => shared.Entries.Select(entry =>
            new Suspicion(
                SuspicionKind.SharedSerial, entry.Facility, entry.Meter, null, null,
                $"{shared.Serial}: {string.Join(", ", shared.Entries.Where(other => other != entry).Select(other => $"{other.Facility} {other.Meter}").Distinct())}")));
}
