using System.Collections.Frozen;
using DcOps.Domain.Topology;
using DcOps.Simulator.Model;

namespace DcOps.Simulator.Truth;

/// <summary>What really happened in every site, for whoever wants to check a reading.</summary>
public sealed class GroundTruth
{
    // A day of seconds for a dozen sites is 50 MB; more sites are sampled more coarsely for the same memory.
    const int FacilitiesAtOneSecond = 12;

    readonly ProvinceModel _province;
    readonly FrozenDictionary<FacilityId, EnergyTrace> _traces;

    public GroundTruth(ProvinceModel province)
    {
        _province = province;
        var interval = (province.Facilities.Length + FacilitiesAtOneSecond - 1) / FacilitiesAtOneSecond;
        _traces = province.Facilities.ToFrozenDictionary(site => site.Plan.Id, _ => new EnergyTrace(interval));
    }

    /// <summary>Null when there is no such facility.</summary>
    public EnergyTrace? Of(FacilityId facility) => _traces.GetValueOrDefault(facility);

    /// <summary>Notes where every site's energies stand at an instant that the model has reached.</summary>
    public void Note(DateTimeOffset reached)
    {
        foreach (var site in _province.Facilities)
            _traces[site.Plan.Id].Add(reached.ToUnixTimeSeconds(), site.Energy);
    }
}
