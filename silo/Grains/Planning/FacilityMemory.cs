using DcOps.Domain.Facilities;
using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Scheduling.Headroom;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.MarginalPue;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Planning;

/// <summary>What was read of one facility so far: quarter-hours of its last two weeks, so that a plan reads only what is new.</summary>
sealed class FacilityMemory(Facility facility, DependencyGraph chain)
{
    const double BinCelsius = 5;

    static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    static readonly TimeSpan Quarter = FacilityInterval.Length;
    static readonly TimeSpan FitEvery = TimeSpan.FromHours(6);

    readonly SortedDictionary<DateTimeOffset, (double HighestKw, double? FacilityKw, double? Celsius)> _quarters = [];
    ImmutableArray<CurveBin> _curves = [];
    DateTimeOffset? _fitAt;
    DateTimeOffset? _seen;
    double? _celsius;

    /// <exception cref="HistoryUnavailableException">The store cannot be reached; what was known stays.</exception>
    public async Task ReadAsync(IHistoryReader history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The newest quarter-hour may not have been whole when it was read.
        var from = _quarters.Count > 0 ? _quarters.Last().Key - Quarter : now - Kept;
        Fold(await history.FacilityMinutesAsync(facility.Id, from, now, cancellationToken));
        while (_quarters.Count > 0 && _quarters.First().Key < now - Kept)
            _quarters.Remove(_quarters.First().Key);
        if (_fitAt is { } fit && now - fit < FitEvery)
            return;

        _curves = Fit(await history.IntervalsAsync(facility.Id, now - Kept, now, cancellationToken));
        _fitAt = now;
    }

    public FacilityTruth Truth(DateTimeOffset now)
    {
        var day = _quarters.Where(quarter => quarter.Key > now - TimeSpan.FromDays(1)).Select(quarter => quarter.Value).ToList();
        double? peak = day.Count > 0 ? day.Max(quarter => quarter.HighestKw) : null;
        double? total = day.Max(quarter => quarter.FacilityKw);
        var perIt = peak is > 0 && total is { } facilityKw ? Math.Max(1, facilityKw / peak.Value) : 1;
        var headroom = FacilityHeadroom.Of(peak, ChainStages.Of(facility.Id, chain, perIt), facility.ItCapacity?.Kilowatts);
        return new(
            facility.Id, _seen, headroom, [.. _quarters.Select(quarter => new LoadSample(quarter.Key, quarter.Value.HighestKw))], _curves, _celsius);
    }

    void Fold(ImmutableArray<FacilityMinute> minutes)
    {
        foreach (var quarter in minutes.Where(minute => minute.ItPower is not null).GroupBy(minute => Floor(minute.Minute)))
        {
            var (total, outdoor) = (quarter.Max(minute => minute.TotalPower?.Max / 1_000), quarter.Average(minute => minute.OutdoorTemperature));
            _quarters[quarter.Key] = (quarter.Max(minute => minute.ItPower!.Value.Max) / 1_000, total, outdoor);
            _seen = quarter.Max(minute => minute.Minute);
            _celsius = outdoor ?? _celsius;
        }
    }

    /// <summary>Only quarter-hours that every meter measured, of the first category that the ledger holds.</summary>
    ImmutableArray<CurveBin> Fit(ImmutableArray<FacilityInterval> intervals)
    {
        var measured = intervals.Where(row => row.IsComplete && row.Quality == IntervalQuality.Measured).ToLookup(row => row.Role);
        var it = new[] { MeterRole.UpsOutput, MeterRole.PduOutput, MeterRole.ItInput }.FirstOrDefault(role => measured[role].Any());
        var entering = measured[MeterRole.UtilityEntrance].ToDictionary(row => row.From, row => row.Energy!.Value.KilowattHours);
        var points = measured[it].Where(row => entering.ContainsKey(row.From) && _quarters.TryGetValue(row.From, out var quarter) && quarter.Celsius is not null)
            .Select(row => new PowerPoint(
                row.Energy!.Value.KilowattHours / Quarter.TotalHours, entering[row.From] / Quarter.TotalHours, _quarters[row.From].Celsius!.Value));
        return CurveFit.Fit(points, BinCelsius, new PowerCurve(0, 1, 0));
    }

    static DateTimeOffset Floor(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % Quarter.Ticks), TimeSpan.Zero);
}
