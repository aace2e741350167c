using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;

namespace DcOps.Contracts.Alarms;

/// <summary>What people do about alarms. Each act is in the journal, with its author, before the answer.</summary>
public interface IAlarmWork
{
    /// <summary>What the command would do, and what it would be refused; nothing changes.</summary>
    /// <param name="alarms">At most <see cref="BulkPreview.Most"/> are taken.</param>
    Task<BulkPreview> PreviewAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken);

    /// <summary>Does it. The lines say what became of each, by the same decisions as the preview, taken anew.</summary>
    Task<BulkPreview> CommandAsync(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, CancellationToken cancellationToken);

    /// <summary>Takes the author's last command on each alarm back; within <see cref="AlarmBook.UndoWithin"/>.</summary>
    Task<BulkPreview> UndoAsync(ImmutableArray<AlarmKey> alarms, string author, CancellationToken cancellationToken);

    /// <summary>These belong together. Null when it was done, else why not.</summary>
    Task<AlarmText?> MergeAsync(ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken);

    /// <summary>These belong to nothing else. Null when it was done, else why not.</summary>
    Task<AlarmText?> SplitAsync(ImmutableArray<AlarmId> alarms, string author, string reason, CancellationToken cancellationToken);

    /// <param name="where">Location path; null is the province.</param>
    Task<HandOver> HandOverAsync(string? where, CancellationToken cancellationToken);

    /// <summary>The next operator has read the list.</summary>
    Task TakeOverAsync(string? where, string author, string note, CancellationToken cancellationToken);
}
