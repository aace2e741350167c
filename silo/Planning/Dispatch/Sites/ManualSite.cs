using System.Collections.Concurrent;
using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch.Sites;

/// <summary>A site that people run: a command is in doubt until one of them says what became of it.</summary>
public sealed class ManualSite : ISiteAdapter
{
    readonly ConcurrentDictionary<string, (SiteAnswer Answer, SiteSight Sight)> _told = new(StringComparer.Ordinal);

    /// <summary>What a person says of a command.</summary>
    public void Tell(string key, SiteAnswer answer, SiteSight sight) => _told[key] = (answer, sight);

    public Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken) => AnswerAsync(command);

    public Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken) => AnswerAsync(command);

    public Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken) =>
        Task.FromResult(_told.TryGetValue(command.Key, out var told) ? told.Sight : SiteSight.Unknown);

    Task<SiteAnswer> AnswerAsync(DispatchCommand command) =>
        Task.FromResult(_told.TryGetValue(command.Key, out var told) ? told.Answer : new(SiteVerdict.Unknown, "waits for a person"));
}
