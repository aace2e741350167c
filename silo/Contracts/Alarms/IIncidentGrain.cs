using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using Orleans.Concurrency;

namespace DcOps.Contracts.Alarms;

/// <summary>
/// The standing alarms of one facility, put together into incidents. Key: the facility id. Its rooms and its plant tell it what
/// they have stored; it tells the province and whoever is notified.
/// </summary>
[Alias("incidents")]
public interface IIncidentGrain : IGrainWithStringKey
{
    /// <summary>What changed at an owner.</summary>
    /// <param name="alarms">As they stand now; one that is normal is let go.</param>
    /// <param name="isWhole">Whether these are all of the owner's alarms that are not normal.</param>
    /// <param name="since">When the first raise among them was written down; null when none is: what the delay to the inbox is counted from.</param>
    /// <returns>False: this does not know the owner yet and asks for the whole.</returns>
    [Alias("Tell")]
    ValueTask<bool> Tell(string owner, ImmutableArray<Alarm> alarms, bool isWhole, DateTimeOffset? since);

    /// <summary>Worst first, as many as the query skips and takes together.</summary>
    [Alias("Alarms"), AlwaysInterleave]
    ValueTask<AlarmSlice> Alarms(AlarmQuery query);

    /// <summary>Null when there is no such incident.</summary>
    /// <param name="id">Of the incident, of one that it absorbed, or of one of its alarms.</param>
    [Alias("Find"), AlwaysInterleave]
    ValueTask<IncidentParts?> Find(AlarmId id);

    /// <summary>Null when it was done and would survive the process, else why not.</summary>
    [Alias("Decide"), AlwaysInterleave]
    ValueTask<AlarmText?> Decide(GroupingDecision decision);

    /// <summary>Every alarm that is not normal, in no particular order.</summary>
    [Alias("Standing"), AlwaysInterleave]
    ValueTask<ImmutableArray<Alarm>> Standing();
}
