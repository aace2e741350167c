using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.Topology;

namespace DcOps.Grains.Alarms;

/// <summary>A silo without a ledger: its rules of figures say nothing.</summary>
sealed class NoFacilityFigures : IFacilityFigures
{
    public Task<FacilityFigures> ReadAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(FacilityFigures.None);
}
