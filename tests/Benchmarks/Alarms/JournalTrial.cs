using System.Diagnostics;
using System.Globalization;
using System.Text;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Registry;

namespace DcOps.Benchmarks.Alarms;

/// <summary>The embedded journal with many entries: how fast it takes them, and how long a page of 200 takes to be found.</summary>
static class JournalTrial
{
    const int Facilities = 40;
    const int Rooms = 5;
    const int Racks = 100;
    const int Batch = 2_000;
    const int Repeats = 15;

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<string> RunAsync(int entries)
    {
        var folder = Directory.CreateTempSubdirectory("dcops-journal");
        try
        {
            using var journal = RegistryJournal.Embedded(Path.Combine(folder.FullName, "alarms.db"));
            var text = new StringBuilder();
            var watch = Stopwatch.StartNew();
            for (var from = 0; from < entries; from += Batch)
            {
                await journal.AppendAsync(
                    "owner", [.. Enumerable.Range(from, Math.Min(Batch, entries - from)).Select(number => Entry(number, entries))], default);
            }

            var size = new FileInfo(Path.Combine(folder.FullName, "alarms.db")).Length;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{entries:N0} entries written in {watch.Elapsed.TotalSeconds:0.0} s ({entries / watch.Elapsed.TotalSeconds:N0} a second), {size / 1e6:N0} MB");

            var day = Start.AddDays(45);
            await SearchAsync(text, journal, "a rack, newest", new("F07/R03/A042"));
            await SearchAsync(text, journal, "a room, one day", new("F07/R03", day, day.AddDays(1)));
            await SearchAsync(text, journal, "a facility, newest", new("F07"));
            await SearchAsync(text, journal, "a facility, one day", new("F07", day, day.AddDays(1)));
            await SearchAsync(text, journal, "a facility, one week, one rule", new("F07", day, day.AddDays(7), Rule: "rule-3"));
            await SearchAsync(text, journal, "the province, one hour", new(null, day, day.AddHours(1)));
            await SearchAsync(text, journal, "one alarm", new(Alarms: [Entry(entries / 2, entries).After.Id]));
            await SearchAsync(text, journal, "what people did, a month", new(null, day, day.AddDays(30), ByPeople: true));
            return text.ToString();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    static async Task SearchAsync(StringBuilder text, RegistryJournal journal, string name, JournalQuery query)
    {
        var (times, found) = (new List<double>(), 0);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var watch = Stopwatch.GetTimestamp();
            found = (await journal.FindAsync(query, default)).Length;
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{name,-32} {found,4} rows   first {times[0],8:0.0} ms   median {times.Order().ElementAt(Repeats / 2),7:0.0} ms   longest {times.Max(),8:0.0} ms");
    }

    // Spread evenly over 90 days and all racks; one in forty by a person.
    static AlarmTransition Entry(int number, int of)
    {
        var at = Start + (TimeSpan.FromDays(90) * ((double)number / of));
        var rack = number * 7 % (Facilities * Rooms * Racks);
        var path = string.Create(
            CultureInfo.InvariantCulture, $"F{rack / (Rooms * Racks):00}/R{rack / Racks % Rooms:00}/A{rack % Racks:000}");
        var key = new AlarmKey(
            Location.Parse(path), PointId.Total("pdu-a", Quantity.Current), string.Create(CultureInfo.InvariantCulture, $"rule-{number % 12}"));
        var text = AlarmText.Of(
            "alarm.overload", TextArgument.Of("value", Quantity.Current, 31.5), TextArgument.Of("rating", Quantity.Current, 32),
            TextArgument.OfShare("share", 0.98), TextArgument.OfShare("limit", 0.9));
        var raised = AlarmSignals.Raise(Alarm.Normal(key, AlarmPriority.Minor, at), AlarmPriority.Minor, at, at, 31.5, text, at);
        return number % 40 == 0 ? raised with { Event = AlarmEvent.Acknowledged, Author = "周" } : raised;
    }
}
