using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Work;
using Orleans.Concurrency;

namespace DcOps.Contracts.Alarms;

/// <summary>A grain that holds the book of its place's alarms: a room, or a facility's plant.</summary>
[Alias("alarm-owner")]
public interface IAlarmOwner : IGrainWithStringKey
{
    /// <summary>Decides a command on alarms of this owner; what was taken is in the journal when this completes.</summary>
    /// <param name="isBulk">Whether it is asked for several alarms at once, here or elsewhere: some things are done one by one only.</param>
    /// <param name="isPreview">Whether it is only asked what would happen.</param>
    [Alias("Act"), AlwaysInterleave]
    ValueTask<ImmutableArray<BulkLine>> Act(
        ImmutableArray<AlarmKey> alarms, AlarmCommand command, string author, bool isBulk, bool isPreview);

    /// <summary>Takes the author's last command on each alarm back.</summary>
    [Alias("Undo"), AlwaysInterleave]
    ValueTask<ImmutableArray<BulkLine>> Undo(ImmutableArray<AlarmKey> alarms, string author);
}
