using DcOps.Domain.Alarms.Figures;
using DcOps.Domain.History;
using DcOps.Domain.Topology;
using DcOps.Grains.Alarms;

namespace DcOps.Grains.Tests.Alarms;

/// <summary>Figures of a facility as the test sets them.</summary>
sealed class SetFigures : IFacilityFigures
{
    public FacilityFigures Now { get; set; } = FacilityFigures.None;

    /// <summary>Whether the store is away.</summary>
    public bool IsAway { get; set; }

    public Task<FacilityFigures> ReadAsync(Facility facility, DateTimeOffset now, CancellationToken cancellationToken) =>
        IsAway ? throw new HistoryUnavailableException("away") : Task.FromResult(Now);
}
