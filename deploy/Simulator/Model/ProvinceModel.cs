using System.Collections.Frozen;
using DcOps.Domain.Topology;
using DcOps.Simulator.Layout;

namespace DcOps.Simulator.Model;

/// <summary>The whole province, run together from one instant to the next.</summary>
public sealed class ProvinceModel
{
    readonly FrozenDictionary<FacilityId, FacilityModel> _byId;
    long _unixSeconds;

    /// <param name="startsAt">Where the model's time begins; cut to the whole second.</param>
    public ProvinceModel(ProvincePlan plan, DateTimeOffset startsAt)
    {
        Plan = plan;
        Facilities = [.. plan.Facilities.Select(facility => new FacilityModel(facility, plan.Seed))];
        _byId = Facilities.ToFrozenDictionary(facility => facility.Plan.Id);
        ContinueFrom(startsAt);
    }

    public ProvincePlan Plan { get; }

    public ImmutableArray<FacilityModel> Facilities { get; }

    /// <summary>Up to where the model has run.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Volatile.Read(ref _unixSeconds));

    public FacilityModel? Find(FacilityId id) => _byId.GetValueOrDefault(id);

    /// <summary>Runs to the last whole second before <paramref name="until"/>; an earlier instant changes nothing.</summary>
    /// <param name="stepped">Called after each step with the instant reached.</param>
    public void Advance(DateTimeOffset until, Action<DateTimeOffset>? stepped = null)
    {
        var end = until.ToUnixTimeSeconds();
        var length = StepPlan.LengthFor(end - _unixSeconds, Plan.Size.Racks);
        while (_unixSeconds < end)
        {
            var from = Now;
            var seconds = Math.Min(length, end - _unixSeconds);
            foreach (var facility in Facilities)
                facility.Step(from, seconds);

            Volatile.Write(ref _unixSeconds, _unixSeconds + seconds);
            stepped?.Invoke(Now);
        }
    }

    /// <summary>Sets the model's time, as when the energies of an earlier run were restored.</summary>
    public void ContinueFrom(DateTimeOffset instant)
    {
        Volatile.Write(ref _unixSeconds, instant.ToUnixTimeSeconds());

        // A step of no time: no energy, but the powers of this instant, so that no device says 0 W before the first second.
        foreach (var facility in Facilities)
            facility.Step(Now, seconds: 0);
    }
}
