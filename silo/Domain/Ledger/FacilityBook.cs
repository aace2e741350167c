using DcOps.Domain.Facilities;
using DcOps.Domain.Metering;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// One facility's ledger: the set of its raw readings, and every period that was closed over them. Figures depend on what is
/// known and on the dated boundary, never on the order in which it became known; late readings make revisions.
/// </summary>
/// <remarks>
/// It holds what it was given: for a recomputation, the readings of the period and of the four weeks before.
/// </remarks>
public sealed class FacilityBook(FacilityId facility, MeterRegistry registry, BusinessCalendar calendar, ClosePolicy policy)
{
    const string Author = "ledger";

    // Far enough back that the gaps of the period's beginning can be filled from the weeks before.
    static readonly TimeSpan Background = TimeSpan.FromDays(7 * WeekFill.Weeks);

    MeterRegistry _registry = registry;
    MeterSeries _series = new(facility, registry, calendar);
    readonly Dictionary<string, MeterReadings> _readings = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedDictionary<DateTimeOffset, PowerSample>> _samples = new(StringComparer.Ordinal);
    readonly SortedDictionary<DateOnly, double> _outdoor = [];
    readonly SortedDictionary<string, Correction> _corrections = new(StringComparer.Ordinal);
    readonly SortedDictionary<(DateTimeOffset From, PeriodKind Kind), ClosedPeriod> _closed = [];

    ChangedStretch _changed;
    DateTimeOffset? _first;

    /// <summary>By start, shorter kinds first.</summary>
    public IEnumerable<ClosedPeriod> Closed => _closed.Values;

    /// <summary>Null when the period is not closed.</summary>
    public ClosedPeriod? this[PeriodKind kind, BusinessPeriod period] => _closed.GetValueOrDefault((period.From, kind));

    /// <summary>Takes a reading; false when it was known.</summary>
    public bool Take(string meter, in RegisterReading reading)
    {
        var readings = ReadingsOf(meter);
        if (!readings.Add(reading))
            return false;

        var (from, to) = readings.NeighboursOf(reading.At);
        _changed = _changed.With(from, to);
        _first = _first < reading.At ? _first : reading.At;
        return true;
    }

    /// <summary>Takes a power sample, for where registers leave a gap.</summary>
    public void Take(string meter, in PowerSample sample)
    {
        if (!_samples.TryGetValue(meter, out var samples))
            _samples[meter] = samples = [];
        if (samples.TryGetValue(sample.At, out var known) && sample.Power >= known.Power)
            return;

        samples[sample.At] = sample;
        _changed = _changed.With(sample.At - PowerIntegral.LongestGap, sample.At + PowerIntegral.LongestGap);
    }

    /// <summary>
    /// Takes another registry: what it changes for this facility, and from which day on, is restated with the next
    /// close.
    /// </summary>
    public void Take(MeterRegistry another)
    {
        foreach (var (changed, from) in MeterRegistryDifference.Between(_registry, another).Restates)
        {
            if (changed == facility)
                _changed = _changed.With(calendar.Day(from).From, DateTimeOffset.MaxValue);
        }

        (_registry, _series) = (another, new(facility, another, calendar));
    }

    /// <summary>Takes a period that was closed before, with all its revisions, as a store has kept it.</summary>
    public void Take(ClosedPeriod closed) => _closed[(closed.Period.From, closed.Kind)] = closed;

    /// <summary>Takes the mean outdoor temperature of a local day, °C.</summary>
    public void TakeOutdoor(DateOnly day, double celsius)
    {
        if (_outdoor.TryGetValue(day, out var known) && known == celsius)
            return;

        _outdoor[day] = celsius;
        _changed = _changed.With(calendar.Day(day).From, calendar.Day(day).To);
    }

    /// <summary>Mean outdoor temperature by local day, °C.</summary>
    public IReadOnlyDictionary<DateOnly, double> Outdoor => _outdoor;

    /// <summary>Takes a correction; only accepted ones count.</summary>
    public void Take(Correction correction)
    {
        _corrections[correction.Id] = correction;
        var (from, to) = ReadingsOf(correction.Claim.Meter).NeighboursOf(correction.Claim.At);
        _changed = _changed.With(from, correction.Claim.To > to ? correction.Claim.To.Value : to);
    }

    public FacilityId Facility => facility;

    public MeterRegistry Registry => _registry;

    public BusinessCalendar Calendar => calendar;

    /// <summary>Accepted corrections by id.</summary>
    public IEnumerable<Correction> Corrections => _corrections.Values.Where(correction => correction.State == CorrectionState.Accepted);

    /// <summary>
    /// A meter's raw readings of a period and the nearest ones on both sides, one per instant, without any correction.
    /// </summary>
    public RegisterReading[] RawReadings(string meter, BusinessPeriod period) =>
        _readings.TryGetValue(meter, out var readings) ? readings.Around(period.From, period.To) : [];

    /// <summary>A meter's power samples, by time.</summary>
    public IEnumerable<PowerSample> Samples(string meter) =>
        _samples.TryGetValue(meter, out var samples) ? samples.Values : [];

    /// <summary>
    /// The meters' intervals over a period and the weeks before it, as they are known now, gaps filled in their order.
    /// </summary>
    public Dictionary<string, EnergySeries> SeriesOf(BusinessPeriod period) => SeriesOf(period, _corrections.Values);

    /// <summary>Energy of a period by role, as it is known now.</summary>
    public FacilityPeriod EnergyOf(BusinessPeriod period) => FacilityFold.Of(facility, _registry, SeriesOf(period), period, calendar);

    /// <summary>What the energy of a period would be with a correction, which the book does not take.</summary>
    public FacilityPeriod EnergyWith(Correction correction, BusinessPeriod period) => FacilityFold.Of(
        facility, _registry, SeriesOf(period, [.. _corrections.Values.Where(other => other.Id != correction.Id), correction]), period, calendar);

    /// <summary>A period and the weeks before it that its gaps may be filled from.</summary>
    public static BusinessPeriod WithBackground(BusinessPeriod period) => new(period.From - Background, period.To);

    /// <summary>Closes every period that is due, and restates those closed before that have changed since.</summary>
    /// <param name="reason">Why a restatement differs from what was filed.</param>
    /// <returns>What was closed or restated, in the order of the policy.</returns>
    public ImmutableArray<ClosedPeriod> CloseDue(DateTimeOffset now, string reason = "late data")
    {
        var touched = ImmutableArray.CreateBuilder<ClosedPeriod>();
        foreach (var (kind, period) in _first is { } first ? policy.Due(first, now, calendar) : [])
        {
            var before = this[kind, period];
            if (before is not null && !_changed.Touches(period, Background))
                continue;

            Close(kind, period, now, reason);
            if (this[kind, period] is { } after && after != before)
                touched.Add(after);
        }

        _changed = default;
        return touched.DrainToImmutable();
    }

    /// <summary>Closes a period if it is due, and restates it if it was closed and has changed.</summary>
    /// <param name="reason">Why a restatement differs from what was filed.</param>
    public void Close(PeriodKind kind, BusinessPeriod period, DateTimeOffset now, string reason = "late data")
    {
        var energy = EnergyOf(period);
        if (_closed.TryGetValue((period.From, kind), out var closed))
            _closed[(period.From, kind)] = closed.Restate(energy, Author, reason, now);
        else if (now >= policy.ClosesAt(kind, period, calendar))
            _closed[(period.From, kind)] = ClosedPeriod.Close(facility, kind, period, energy, Author, now);
    }

    Dictionary<string, EnergySeries> SeriesOf(BusinessPeriod period, IReadOnlyCollection<Correction> corrections)
    {
        var wide = WithBackground(period);
        return _series.Of(wide, meter => RawReadings(meter, wide), Samples, corrections, _outdoor);
    }

    MeterReadings ReadingsOf(string meter)
    {
        if (!_readings.TryGetValue(meter, out var readings))
            _readings[meter] = readings = new();
        return readings;
    }
}
