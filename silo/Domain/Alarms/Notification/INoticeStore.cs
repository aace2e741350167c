namespace DcOps.Domain.Alarms.Notification;

/// <summary>Where planned notices stand before anything is sent, so that a restart loses and doubles none.</summary>
public interface INoticeStore
{
    /// <summary>Every record, in no particular order.</summary>
    Task<ImmutableArray<NoticeRecord>> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Completes when the records would survive the process. One of a known key takes its place.</summary>
    Task SaveAsync(ImmutableArray<NoticeRecord> records, CancellationToken cancellationToken);

    /// <summary>Lets go of what belongs to incidents that are closed.</summary>
    Task ForgetAsync(ImmutableArray<AlarmId> incidents, CancellationToken cancellationToken);
}
