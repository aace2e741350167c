using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Kpis;
using DcOps.Domain.Alarms.Journal;

namespace DcOps.Contracts.Alarms;

/// <summary>What happened, and who was told.</summary>
public interface IAlarmRecords
{
    /// <summary>The journal, newest first.</summary>
    Task<ImmutableArray<AlarmTransition>> JournalAsync(JournalQuery query, CancellationToken cancellationToken);

    /// <summary>The alarm system's own figures over a period (ISA-18.2, EEMUA 191).</summary>
    /// <param name="where">Location path; null is the province.</param>
    /// <param name="consoles">Staffed operator positions.</param>
    Task<AlarmReport> ReportAsync(
        DateTimeOffset from, DateTimeOffset to, string? where, int consoles, CancellationToken cancellationToken);

    /// <summary>The delivery log, newest first.</summary>
    Task<ImmutableArray<NoticeDelivery>> NoticesAsync(NoticeQuery query, CancellationToken cancellationToken);

    /// <summary>Every channel of the configuration, by name.</summary>
    Task<ImmutableArray<ChannelState>> ChannelsAsync(CancellationToken cancellationToken);
}
