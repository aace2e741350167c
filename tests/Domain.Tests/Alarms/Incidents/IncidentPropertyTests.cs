using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Incidents;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Alarms.Incidents;

/// <summary>Random failures of the made site over two hours; 200 runs of up to 150 alarms each.</summary>
public sealed class IncidentPropertyTests
{
    /// <summary>The order of arrival changes nothing, nor does asking in between.</summary>
    [Property(MaxTest = 200)]
    public void Any_order_gives_the_same_incidents(int seed)
    {
        var alarms = Alarms(new Random(seed));
        var atOnce = MadeSite.Grouping();
        alarms.ForEach(atOnce.Add);

        var oneByOne = MadeSite.Grouping();
        foreach (var alarm in alarms.OrderBy(alarm => alarm.Id.Derive("shuffle")))
        {
            oneByOne.Add(alarm);
            oneByOne.TakeChanges();
        }

        Assert.Equal(Told(atOnce), Told(oneByOne));
    }

    /// <summary>Every alarm is in exactly one incident.</summary>
    [Property(MaxTest = 200)]
    public void Nothing_is_hidden(int seed)
    {
        var alarms = Alarms(new Random(seed));
        var grouping = MadeSite.Grouping();
        alarms.ForEach(grouping.Add);

        Assert.Equal(
            alarms.Select(alarm => alarm.Id).Distinct().Order(),
            grouping.Incidents().SelectMany(incident => incident.Alarms).Order());
    }

    /// <summary>Forgetting closed incidents leaves what grouping the rest alone would give.</summary>
    [Property(MaxTest = 200)]
    public void Forgetting_leaves_the_rest_as_if_nothing_else_had_been(int seed)
    {
        var random = new Random(seed);
        var alarms = Alarms(random);
        var grouping = MadeSite.Grouping();
        alarms.ForEach(grouping.Add);
        var closed = alarms.Where(_ => random.Next(3) == 0).Select(alarm => alarm.Id).ToHashSet();

        grouping.Forget(closed);

        var fresh = MadeSite.Grouping();
        alarms.Where(alarm => !closed.Contains(alarm.Id)).ToList().ForEach(fresh.Add);
        Assert.Equal(Told(fresh), Told(grouping));
    }

    /// <summary>What is told bit by bit adds up to what stands at the end.</summary>
    [Property(MaxTest = 200)]
    public void Changes_add_up(int seed)
    {
        var grouping = MadeSite.Grouping();
        var known = new Dictionary<AlarmId, Incident>();
        foreach (var alarm in Alarms(new Random(seed)))
        {
            grouping.Add(alarm);
            foreach (var change in grouping.TakeChanges())
            {
                foreach (var gone in change.Absorbed)
                    known.Remove(gone);
                known[change.Id] = change;
            }
        }

        Assert.Equal(
            grouping.Incidents().Select(incident => string.Join(',', incident.Alarms)).Order(StringComparer.Ordinal),
            known.Values.Select(incident => string.Join(',', incident.Alarms)).Order(StringComparer.Ordinal));
    }

    static List<string> Told(IncidentGrouping grouping) =>
    [
        .. grouping.Incidents().Select(incident =>
            $"{incident.Id} {incident.Root} {incident.Node} {incident.Priority} {incident.Impact} {incident.Reason.Id} {string.Join(',', incident.Alarms)}"),
    ];

    static List<GroupedAlarm> Alarms(Random random)
    {
        var alarms = new List<GroupedAlarm>();
        for (var failure = random.Next(1, 6); failure > 0; failure--)
        {
            var (second, breaker) = (random.Next(7_200), random.Next(4));
            switch (random.Next(4))
            {
                case 0:
                    alarms.AddRange(IncidentGroupingTests.Outage(breaker).Where(_ => random.Next(4) > 0)
                        .Select(alarm => alarm with { StartedAt = alarm.StartedAt.AddSeconds(second) })
                        .Select(alarm => alarm with { Id = AlarmId.Of(alarm.Key, alarm.StartedAt) }));
                    break;
                case 1:
                    alarms.Add(MadeSite.CoolingStopped(breaker / 2, second));
                    alarms.AddRange(Enumerable.Range(0, random.Next(10)).Select(rack => MadeSite.Hot(breaker, rack, second + random.Next(900))));
                    break;
                case 2:
                    alarms.AddRange(Enumerable.Range(0, random.Next(20))
                        .Select(_ => MadeSite.Silent(random.Next(4), random.Next(14), second + random.Next(60))));
                    break;
                default:
                    alarms.Add(MadeSite.CollectorSilent(second));
                    alarms.Add(MadeSite.Drift(second));
                    break;
            }
        }

        return [.. alarms.DistinctBy(alarm => alarm.Id)];
    }
}
