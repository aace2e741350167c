using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Physics;

namespace DcOps.Simulator.Years;

/// <summary>One site's year: what its meters say at every quarter-hour, and what was true on every local day.</summary>
public sealed class FacilityYear
{
    const long StepSeconds = 300;

    readonly FacilityModel _site;
    readonly ulong _seed;
    readonly List<DayTruth> _days = [];

    public FacilityYear(FacilityPlan plan, DateOnly first, DateOnly end, ulong seed)
    {
        (_site, _seed) = (new(plan, seed), seed);
        var (from, to) = (BusinessCalendar.Shanghai.Day(first).From, BusinessCalendar.Shanghai.Day(end).From);
        Period = new(from, to);
        Meters =
        [
            .. YearRegistry.Of(plan, first).Select(entry => new MeterYear(
                entry, YearRegistry.RegisterOf(entry), YearFaults.Of(plan.Id, entry.Meter, from, to, seed))),
        ];
    }

    public FacilityPlan Plan => _site.Plan;

    public BusinessPeriod Period { get; }

    public ImmutableArray<MeterYear> Meters { get; }

    /// <summary>By day.</summary>
    public IReadOnlyList<DayTruth> Days => _days;

    /// <summary>Plays the whole period.</summary>
    public void Play()
    {
        var calendar = BusinessCalendar.Shanghai;
        var (day, begun, warmth, steps) = (calendar.DayOf(Period.From), _site.Energy, 0.0, 0L);
        for (var at = Period.From; at < Period.To; at = at.AddSeconds(StepSeconds))
        {
            var before = _site.Energy;
            _site.Step(at, StepSeconds);
            if (at == IntervalGrid.Floor(at, IntervalGrid.Quarter))
                Read(at, before);

            (warmth, steps) = (warmth + _site.Outdoors.DryBulbCelsius, steps + 1);
            if (at.AddSeconds(StepSeconds) < day.To)
                continue;

            _days.Add(DayTruth.Of(Plan.Id, calendar.LocalDate(at), _site.Energy - begun, warmth / steps));
            (day, begun, warmth, steps) = (calendar.DayOf(at.AddSeconds(StepSeconds)), _site.Energy, 0, 0);
        }

        // The reading that closes the last interval.
        _site.Step(Period.To, StepSeconds);
        Read(Period.To, _site.Energy - (_site.Power * StepSeconds));
    }

    // Meters are asked one after another, within seconds of the full quarter.
    void Read(DateTimeOffset quarter, in Balance energy)
    {
        for (var index = 0; index < Meters.Length; index++)
        {
            var late = (long)SeededNoise.Between(SeededNoise.Key(_seed, Plan.Meters[index].Name) ^ (ulong)quarter.ToUnixTimeSeconds(), 0, 20);
            Meters[index].Read(
                quarter.AddSeconds(late), MeterFlow.Of(Plan.Meters[index], energy + (_site.Power * late)),
                MeterFlow.Of(Plan.Meters[index], _site.Power) / 1_000.0);
        }
    }
}
