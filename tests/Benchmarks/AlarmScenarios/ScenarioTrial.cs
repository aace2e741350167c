using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Alarms.Incidents;
using DcOps.Domain.Alarms.Wording;
using DcOps.Domain.Topology;

namespace DcOps.Benchmarks.AlarmScenarios;

/// <summary>Plays one scenario from quiet to quiet.</summary>
static class ScenarioTrial
{
    static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Quiet = TimeSpan.FromMinutes(3);
    static readonly TimeSpan After = TimeSpan.FromMinutes(20);

    public static ScenarioResult Run(Scenario scenario, ulong seed, int racks)
    {
        var sites = new PlayedSites(seed, racks);
        var collected = new CollectedReadings(sites);
        var watch = new Watch(sites, scenario.MaintenanceFrom(sites.Now + Quiet));
        var told = new Told();
        Rounds(Quiet);
        var faultAt = sites.Now;
        var before = watch.Journal.Count(entry => entry.Event == AlarmEvent.Raised);

        sites.Play(new(scenario.Play, scenario.Facility, scenario.Lasts, TimeSpan.FromMinutes(3)));
        if (scenario.KilledAfter is { } killed)
        {
            Rounds(killed, isKilled: true);
            Rounds(scenario.Lasts - Round - killed);
        }
        else
        {
            Rounds(scenario.Lasts - Round);
        }

        var lines = Inbox(watch, faultAt);
        ImmutableArray<Incident> incidents = [.. watch.Incidents.Where(incident => incident.FirstAt >= faultAt)];
        var raised = watch.Journal.Where(entry => entry.Event == AlarmEvent.Raised).Skip(before).ToList();
        Rounds(After);
        return new(
            scenario, faultAt, before, sites.Broken.All, raised, incidents, lines, watch.Journal, told, sites.Chain,
            [.. watch.Standing.Where(alarm => alarm.StartedAt >= faultAt && (alarm.IsAbnormal || alarm.IsDataMissing))]);

        // A kill comes after what the last round sent and before the note that it arrived.
        void Rounds(TimeSpan span, bool isKilled = false)
        {
            for (var passed = TimeSpan.Zero; passed < span; passed += Round)
            {
                sites.Pass(Round);
                watch.Take(collected);
                var dies = isKilled && passed + Round >= span;
                told.Plan(watch, sites.Now, dies);
                if (dies)
                    watch.Kill();

                // Every fifth round, so that a kill finds a journal beyond it.
                if (sites.Now.ToUnixTimeSeconds() / 10 % 5 == 0)
                    watch.Checkpoint();
            }
        }
    }

    /// <summary>Worst first, in both languages.</summary>
    static ImmutableArray<(InboxRow Row, string Chinese, string English)> Inbox(Watch watch, DateTimeOffset since)
    {
        var view = new InboxView();
        var standing = watch.Standing.ToLookup(alarm => alarm.Id);
        foreach (var incident in watch.Incidents.Where(incident => incident.FirstAt >= since))
        {
            ImmutableArray<Alarm> alarms = [.. incident.Alarms.SelectMany(id => standing[id])];
            if (!alarms.IsEmpty)
                view.Put(InboxRow.Of(incident, alarms));
        }

        var (chinese, english) = (AlarmWording.Chinese(BusinessCalendar.Shanghai.Zone), AlarmWording.English(BusinessCalendar.Shanghai.Zone));
        return [.. view.Page(null, 100, null).Select(row => (row, chinese.Of(row.Reason), english.Of(row.Reason)))];
    }
}
