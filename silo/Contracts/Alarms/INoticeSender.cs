using DcOps.Domain.Alarms.Notification;

namespace DcOps.Contracts.Alarms;

/// <summary>The channels as the notification grain sees them: it plans and records, they carry.</summary>
public interface INoticeSender
{
    /// <summary>
    /// Hands a notice to its target's channel. Completes when the other side has taken it, or with why it has not; tries once.
    /// </summary>
    Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, CancellationToken cancellationToken);

    /// <summary>What stands, for channels that keep state of their own, as Alertmanager: called on every change and several times a minute.</summary>
    Task ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken);

    /// <summary>Name of the channel that reaches a target; null when none does.</summary>
    string? ChannelOf(string target);

    /// <summary>What people silenced at the other side; null while it is not known because nobody has answered since the start.</summary>
    ImmutableArray<NoticeSilence>? Silences { get; }

    /// <summary>Channels of the configuration and their faults.</summary>
    ImmutableArray<ChannelState> Channels { get; }
}
