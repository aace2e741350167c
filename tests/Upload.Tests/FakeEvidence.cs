using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Upload.Tests;

/// <summary>A ledger whose meters count as a test says: null where nothing is known.</summary>
sealed class FakeEvidence : IEvidenceLedger
{
    /// <summary>By meter and start of the quarter-hour, Wh.</summary>
    public Func<string, DateTimeOffset, long?> Counts { get; set; } = (_, _) => 250;

    public List<ClosedPeriod> Closed { get; } = [];

    public Task<MeterIntervals?> IntervalsAsync(
        FacilityId facility, string meter, BusinessPeriod period, TimeSpan interval, CancellationToken cancellationToken)
    {
        var series = new EnergySeries(period, interval);
        for (var index = 0; index < series.Count; index++)
        {
            if (Counts(meter, series.StartOf(index)) is { } count)
                series.Put(index, count, 0, IntervalQuality.Measured);
        }

        return Task.FromResult<MeterIntervals?>(new([], series, []));
    }

    public Task<ImmutableArray<ClosedPeriod>> ClosedAsync(
        FacilityId? facility, PeriodKind kind, BusinessPeriod within, CancellationToken cancellationToken) =>
        Task.FromResult(Closed.Where(period => period.Kind == kind && within.Contains(period.Period.From)).ToImmutableArray());

    public Task<FacilityEvidence?> EvidenceAsync(FacilityId facility, ReportPeriod period, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The upload does not ask this.");

    /// <summary>Readings of every meter, by time.</summary>
    public List<RegisterReading> Readings { get; } = [];

    public IAsyncEnumerable<RegisterReading> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken) =>
        Readings.Where(reading => period.Contains(reading.At)).ToAsyncEnumerable();
}
