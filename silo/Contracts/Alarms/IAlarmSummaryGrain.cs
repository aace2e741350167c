using DcOps.Domain.Alarms;
using Orleans.Concurrency;

namespace DcOps.Contracts.Alarms;

/// <summary>The inbox of the province, always sorted. Key: the province id. Keeps nothing: facilities tell it anew after a restart.</summary>
[Alias("alarm-summary")]
public interface IAlarmSummaryGrain : IGrainWithStringKey
{
    /// <returns>False: this does not know the facility yet and asks for the whole.</returns>
    [Alias("Report")]
    ValueTask<bool> Report(FacilityAlarms report);

    [Alias("Headline"), AlwaysInterleave]
    ValueTask<AlarmHeadline> Headline();

    /// <summary>The headline once it is newer than a version, at the latest after a second and a half.</summary>
    [Alias("Next"), AlwaysInterleave]
    ValueTask<AlarmHeadline> Next(long after);

    [Alias("Inbox"), AlwaysInterleave]
    ValueTask<InboxPage> Inbox(InboxQuery query);

    /// <summary>The facility of an incident in the inbox; null when it has none such.</summary>
    [Alias("FacilityOf"), AlwaysInterleave]
    ValueTask<string?> FacilityOf(AlarmId incident);
}
