using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Topology;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Alarms.Notification;

/// <summary>Random incidents, lost deliveries and restarts; 200 runs of 40 plans each.</summary>
public sealed class NotificationPropertyTests
{
    static readonly NotificationPolicy Policy = new(
        [
            new("all", AlarmPriority.Advisory, new(), null, [new(TimeSpan.Zero, "", ["li"]), new(TimeSpan.FromMinutes(5), "", ["wang", "li"])]),
            new("urgent", AlarmPriority.Critical, new(), null, [new(TimeSpan.Zero, "", ["boss"])]),
        ],
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30), 1_000, TimeSpan.FromMinutes(10));

    /// <summary>Whatever is lost on the way and however often we restart: every incident reaches its targets, and no key arrives twice to one who keeps keys.</summary>
    [Property(MaxTest = 200)]
    public void Nothing_is_lost_and_nothing_is_doubled(int seed)
    {
        var random = new Random(seed);
        var log = new NoticeLog();
        var incidents = new List<NotifiedIncident>();
        var arrived = new Dictionary<AlarmId, Notice>();
        for (var round = 0; round < 40; round++)
        {
            var now = AlarmScene.At(round * 20);
            if (round < 30 && random.Next(2) == 0)
                incidents.Add(Made(incidents.Count, (AlarmPriority)random.Next(1, 5), now));
            var plan = NotificationPlan.Of(
                incidents, Policy, new Dictionary<string, DutyRoster>(StringComparer.Ordinal), log, BusinessCalendar.Shanghai.Zone, now);
            log.Plan(plan, now);
            foreach (var notice in plan.Notices)
            {
                // The last rounds lose nothing, so that what was lost before can arrive.
                var isLost = round < 36 && random.Next(3) == 0;
                if (isLost)
                    continue;
                arrived.TryAdd(notice.Key, notice);
                if (round >= 36 || random.Next(3) > 0)
                    log.Delivered(notice.Key, now);
            }

            if (random.Next(4) == 0)
                log = new(Serialized.Copy(log.Records.ToArray()));
        }

        foreach (var incident in incidents)
        {
            var told = arrived.Values.Where(notice => notice.Incident == incident.Id && notice.Kind == NoticeKind.Raised).ToList();
            Assert.Single(told, notice => notice is { Route: "all", Target: "li" });
            Assert.Equal(incident.Priority == AlarmPriority.Critical ? 1 : 0, told.Count(notice => notice.Target == "boss"));
        }

        Assert.Equal(
            arrived.Count,
            arrived.Values.Select(notice => (notice.Incident, notice.Route, notice.Kind, notice.Episode, notice.Step, notice.Target)).Distinct().Count());
    }

    static NotifiedIncident Made(int number, AlarmPriority priority, DateTimeOffset at) => new(
        AlarmId.Of($"incident {number}"), priority, [AlarmScene.Rack], 1, 1, 1, at, IsOver: false, AlarmText.Of("incident.single"), []);
}
