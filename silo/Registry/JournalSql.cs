using System.Data.Common;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;

namespace DcOps.Registry;

/// <summary>The statements of the alarm journal, the same in every database.</summary>
static class JournalSql
{
    const string Insert =
        """
        INSERT INTO alarm_entry (id, place, facility, room, rack, alarm, rule, at_ticks, recorded_ticks, number, author, body)
        VALUES (@id, @place, @facility, @room, @rack, @alarm, @rule, @at, @recorded, @number, @author, @body) ON CONFLICT (id) DO NOTHING
        """;

    static long _number;

    public static async Task<int> InsertAsync(DbConnection connection, List<JournalSubmission> submissions)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Insert;
        command.Transaction = transaction;
        foreach (var name in new[] { "@id", "@place", "@facility", "@room", "@rack", "@alarm", "@rule", "@author", "@body" })
            Add(command, name, "").DbType = System.Data.DbType.String;
        foreach (var name in new[] { "@at", "@recorded", "@number" })
            Add(command, name, 0L).DbType = System.Data.DbType.Int64;
        await command.PrepareAsync();
        var written = 0;
        foreach (var submission in submissions)
        {
            foreach (var entry in submission.Entries)
            {
                Fill(command.Parameters, submission.Owner, entry);
                written += await command.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
        return written;
    }

    public static (string Sql, (string Name, object Value)[] Values) Of(JournalQuery query)
    {
        var sql = new StringBuilder("SELECT body FROM alarm_entry WHERE 1 = 1");
        var values = new List<(string, object)>();
        Where(sql, values, query.Where);
        if (query.From is { } from)
            And(sql, values, "at_ticks >= @from", ("@from", from.UtcTicks));
        if (query.To is { } to)
            And(sql, values, "at_ticks < @to", ("@to", to.UtcTicks));
        if (query.Rule is { } rule)
            And(sql, values, "rule = @rule", ("@rule", rule));
        if (query.Author is { } author)
            And(sql, values, "author = @author", ("@author", author));
        if (query.ByPeople)
            sql.Append(" AND author <> 'dcops'");
        if (!query.Alarms.IsDefaultOrEmpty)
        {
            var names = query.Alarms.Select((alarm, index) => ($"@alarm{index}", alarm)).ToList();
            sql.Append(" AND alarm IN (").AppendJoin(", ", names.Select(each => each.Item1)).Append(')');
            values.AddRange(names.Select(each => (each.Item1, (object)each.alarm.ToString())));
        }

        sql.Append(" ORDER BY at_ticks DESC, recorded_ticks DESC, number DESC LIMIT @most");
        values.Add(("@most", (long)Math.Clamp(query.Most, 1, 10_000)));
        return (sql.ToString(), [.. values]);
    }

    /// <param name="last">Id of the last entry read at <paramref name="from"/>; null begins there.</param>
    public static (string Sql, (string Name, object Value)[] Values) PageOf(long from, long to, string? last, string? where, int most)
    {
        var sql = new StringBuilder("SELECT body FROM alarm_entry WHERE at_ticks >= @from AND at_ticks < @to");
        var values = new List<(string, object)> { ("@from", from), ("@to", to), ("@most", (long)most) };
        if (last is not null)
            And(sql, values, "(at_ticks > @from OR id > @last)", ("@last", last));
        Where(sql, values, where);
        sql.Append(" ORDER BY at_ticks, id LIMIT @most");
        return (sql.ToString(), [.. values]);
    }

    public static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    static void Where(StringBuilder sql, List<(string, object)> values, string? where)
    {
        if (where is null)
            return;
        var column = where.Count(letter => letter == '/') switch { 0 => "facility", 1 => "room", _ => "rack" };
        And(sql, values, $"{column} = @where", ("@where", where));
    }

    static void And(StringBuilder sql, List<(string, object)> values, string condition, (string, object) value)
    {
        sql.Append(" AND ").Append(condition);
        values.Add(value);
    }

    static void Fill(DbParameterCollection parameters, string owner, AlarmTransition entry)
    {
        var location = entry.After.Key.Location;
        var rack = location.Rack;
        parameters["@id"].Value = entry.Id.ToString();
        parameters["@place"].Value = owner;
        parameters["@facility"].Value = location.Facility.Value;
        parameters["@room"].Value = rack is { } of ? of.Room.Value : DBNull.Value;
        parameters["@rack"].Value = rack is { } self ? self.Value : DBNull.Value;
        parameters["@alarm"].Value = entry.After.Id.ToString();
        parameters["@rule"].Value = entry.After.Key.Rule;
        parameters["@at"].Value = entry.At.UtcTicks;
        parameters["@recorded"].Value = entry.RecordedAt.UtcTicks;
        parameters["@number"].Value = Interlocked.Increment(ref _number);
        parameters["@author"].Value = entry.Author;
        parameters["@body"].Value = TransitionText.Of(entry);
    }
}
