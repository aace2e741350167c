using DcOps.Contracts.Scheduling;
using DcOps.Domain.Scheduling.Live;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Release;
using DcOps.Domain.Scheduling.Tables;

namespace DcOps.Planning;

/// <summary>Where a plan's input comes from: imported tables, moved to the time of the plan, with what is measured in the place of what is declared.</summary>
sealed class PlanInputs(PlanFolder folder, PlanDeskOptions options, ILiveTruth? truth)
{
    /// <summary>Said when the tables lie wholly in the past.</summary>
    public const string NothingLeft = "The tables end before now; import those of the coming day.";

    ReleasedWork? _work;

    /// <summary>The placements of a plan that was released.</summary>
    public ReleasedWork Work(string plan)
    {
        if (_work is { } known && known.Plan == plan)
            return known;

        var (input, placements) = folder.Read(plan);
        return _work = new(plan, input, placements);
    }

    /// <exception cref="FormatException">The kept tables cannot be read any more.</exception>
    public async Task<ReadInput> ReadAsync(string source, PlanLife? inForce, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tables = folder.Tables(source);
        if (PlanTables.Read(tables, out var faults) is not { } input)
            throw new FormatException(string.Join(' ', faults.Select(fault => fault.ToString())));
        if (truth is null)
            return new(source, input, [], IsAsImported: true);

        var work = inForce is null ? null : Work(inForce.Id);
        var standing = new Dictionary<string, Placement>(StringComparer.Ordinal);
        for (var job = 0; job < (work?.Placements.Length ?? 0); job++)
        {
            if (work!.Placements[job] is { } placement)
                standing.Add(work.Input.Workloads[job].Id, placement);
        }

        if (PlanRoll.To(input, now, options.JobsAreDaily, standing, work?.Input.StartsAt ?? input.StartsAt) is not { } rolled)
            return new(source, null, [], IsAsImported: false);
        var measured = await truth.ReadAsync([.. rolled.Facilities.Select(offer => offer.Id)], now, cancellationToken);
        var (live, notes) = LiveInput.Apply(rolled, measured, now);
        return new(source, live, notes, IsAsImported: false);
    }

    /// <summary>Keeps what a plan was made from.</summary>
    /// <returns>The id under which it is kept.</returns>
    public string Keep(ReadInput read) =>
        read.IsAsImported ? read.Source : folder.KeepLive(PlanTables.Write(read.Input!), PlanSign.Product);
}
