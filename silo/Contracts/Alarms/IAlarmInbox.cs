using DcOps.Domain.Alarms;

namespace DcOps.Contracts.Alarms;

/// <summary>What stands now: incidents first, the alarms inside them next.</summary>
public interface IAlarmInbox
{
    /// <summary>Counts for the head of every page. Costs nothing that grows with the number of alarms.</summary>
    Task<AlarmHeadline> HeadlineAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits until something is newer than a version, at most for a second or two, and answers the headline then: the way a
    /// page learns of a change without asking again and again.
    /// </summary>
    /// <param name="after">Version that is known already; 0 answers at once.</param>
    Task<AlarmHeadline> NextAsync(long after, CancellationToken cancellationToken);

    /// <summary>Incidents, worst first.</summary>
    Task<InboxPage> InboxAsync(InboxQuery query, CancellationToken cancellationToken);

    /// <summary>Single alarms that are not normal, worst first.</summary>
    Task<AlarmPage> AlarmsAsync(AlarmQuery query, CancellationToken cancellationToken);

    /// <summary>Null when there is no such incident, nor any that absorbed it.</summary>
    /// <param name="id">Of the incident, of one that it absorbed, or of one of its alarms.</param>
    Task<IncidentFile?> IncidentAsync(AlarmId id, CancellationToken cancellationToken);
}
