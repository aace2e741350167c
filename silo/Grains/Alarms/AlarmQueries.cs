using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;

namespace DcOps.Grains.Alarms;

/// <summary>Which alarms of a facility answer a query, and in which order.</summary>
static class AlarmQueries
{
    /// <summary>Rows of one answer at most.</summary>
    public const int Most = 500;

    public static AlarmSlice Slice(IncidentBoard board, AlarmQuery query)
    {
        var matching = board.Standing.Where(alarm => Matches(alarm, query)).ToList();
        var rows = matching.Order(WorstFirst).Take(query.Skip + query.Most).Select(alarm =>
        {
            var (incident, isCause) = board.IncidentOf(alarm);
            return new AlarmRow(alarm, incident, isCause);
        });
        return new([.. rows], matching.Count, board.Standing.Count);
    }

    /// <summary>What waits for somebody, then the most urgent, then the oldest. Never two alike.</summary>
    public static IComparer<Alarm> WorstFirst { get; } = Comparer<Alarm>.Create((x, y) =>
    {
        var order = y.AwaitsAcknowledgement.CompareTo(x.AwaitsAcknowledgement);
        if (order == 0)
            order = y.Priority.CompareTo(x.Priority);
        if (order == 0)
            order = x.StartedAt.CompareTo(y.StartedAt);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    });

    public static bool IsInside(string path, string? where) =>
        where is null || (path.StartsWith(where, StringComparison.Ordinal) && (path.Length == where.Length || path[where.Length] == '/'));

    static bool Matches(Alarm alarm, AlarmQuery query) =>
        IsInside(alarm.Key.Location.Path, query.Where)
        && (query.AtLeast is not { } least || alarm.Priority >= least)
        && (query.States.IsDefaultOrEmpty || query.States.Contains(alarm.State))
        && (query.Owner is null || (alarm.Work.Owner ?? "") == query.Owner)
        && (query.Rule is null || alarm.Key.Rule == query.Rule)
        && (string.IsNullOrWhiteSpace(query.Words) || AlarmWords.Match(query.Words, alarm.Key.Location.Path, alarm.Key.Rule, alarm.Text));
}
