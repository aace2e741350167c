using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Planning.Dispatch;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>A site in memory that answers what the test has it answer; it counts what it really began.</summary>
sealed class PlayedSite : ISiteAdapter
{
    public Queue<SiteVerdict> Answers { get; } = new();

    public SiteSight Sight { get; set; } = SiteSight.Waiting;

    /// <summary>Keys in the order in which they came, repetitions too.</summary>
    public List<string> Placed { get; } = [];

    public HashSet<string> Running { get; } = new(StringComparer.Ordinal);

    public Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        Placed.Add(command.Key);
        var verdict = Answers.TryDequeue(out var next) ? next : SiteVerdict.Taken;
        if (verdict != SiteVerdict.Refused)
            Running.Add(command.Key);
        return Task.FromResult(new SiteAnswer(verdict, null));
    }

    public Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        Running.Remove(command.Key);
        return Task.FromResult(SiteAnswer.Taken);
    }

    public Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken) => Task.FromResult(Sight);
}
