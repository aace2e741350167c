using DcOps.Contracts.Scheduling;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.History;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Alarms;

/// <summary>What everything that deals with alarms is given.</summary>
public sealed class AlarmParts(
    AlarmSettings settings, PlannedWork work, IAlarmJournal journal, Inventory inventory, IFacilityFigures figures, IHistoryReader history,
    TimeProvider time, ILoggerFactory loggers, IPlannedWork? jobs = null)
{
    public AlarmSettings Settings { get; } = settings;

    /// <summary>Rules of points with what they must know of the equipment.</summary>
    public PointRules Points { get; } = settings.Rules.Points(settings.Chain.Equipment());

    public DependencyGraph Chain => Settings.Chain;

    public PlannedWork Work { get; } = work;

    public IAlarmJournal Journal { get; } = journal;

    public Inventory Inventory { get; } = inventory;

    public IFacilityFigures Figures { get; } = figures;

    public IHistoryReader History { get; } = history;

    public TimeProvider Time { get; } = time;

    public ILoggerFactory Loggers { get; } = loggers;

    /// <summary>Racks of a room or facility by its path; 0 when there is no such place.</summary>
    public int RacksOf(string path) =>
        RoomId.TryParse(path, out var room) && Inventory.TryGet(room, out var known) ? known.Racks.Length
        : FacilityId.TryParse(path, out var facility) && Inventory.TryGet(facility, out var site) ? site.RackCount
        : 0;

    /// <summary>Jobs that the plan in force runs at a facility now; null where there is no such plan, or nothing of it runs there.</summary>
    public int? JobsAt(string facility)
    {
        var now = Now;
        return jobs is not null && FacilityId.TryParse(facility, out var id)
            && jobs.JobsAt(id, null, now, now.AddMinutes(1)).Count(job => job.From <= now && now < job.To) is var running and > 0
            ? running
            : null;
    }

    public DateTimeOffset Now => Time.GetUtcNow();
}
