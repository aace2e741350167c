using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;

namespace DcOps.Notify.Channels;

/// <summary>One way out of the house.</summary>
interface INoticeChannel
{
    string Name { get; }

    string Kind { get; }

    /// <summary>Whether it carries single notices; one that does not shows what stands.</summary>
    bool CarriesNotices { get; }

    /// <summary>Tries once.</summary>
    Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken);

    /// <summary>What stands now; nothing to do for a channel that carries notices.</summary>
    Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken);

    /// <summary>What people silenced at the other side; null while it has not said. Empty where it knows no silences.</summary>
    ImmutableArray<NoticeSilence>? Silences { get; }
}
