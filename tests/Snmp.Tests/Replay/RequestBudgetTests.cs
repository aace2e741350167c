using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Replay;

/// <summary>What one poll of each profile costs on recorded devices, once the poller knows how long their tables are.</summary>
public sealed class RequestBudgetTests
{
    /// <summary>Octets that an answer in one Ethernet frame has for its variables.</summary>
    const int Room = 1_400;

    static readonly ProfileLibrary Library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);

    [Fact]
    public void Are_what_a_poll_of_each_profile_costs_at_most()
    {
        var costs = Costs();
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var (profile, requests) in costs)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{profile},{requests}"));

        var budgets = Budgets();
        var excessive = costs.Where(cost => cost.Value > budgets.GetValueOrDefault(cost.Key))
            .Select(cost => $"{cost.Key} takes {cost.Value} requests a poll, requests.csv allows {budgets.GetValueOrDefault(cost.Key)}");

        Assert.NotEmpty(costs);
        Assert.Empty(excessive);
    }

    static Dictionary<string, int> Budgets() =>
        File.ReadLines(RepositoryRoot.Of("collectors", "Profiles", "requests.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(fields => fields[0], fields => int.Parse(fields[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    static SortedDictionary<string, int> Costs()
    {
        var costs = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var folder = SharedFolder.Of("data", "devices", "snmprec");
        foreach (var file in Directory.EnumerateFiles(folder, "*.snmprec", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var walk = new RecordedWalk(file);
            if (walk.RecognisedBy(Library) is { } profile)
                costs[profile.Name] = Math.Max(costs.GetValueOrDefault(profile.Name), CostOf(walk, profile));
        }

        return costs;
    }

    static int CostOf(RecordedWalk walk, DeviceProfile profile)
    {
        var agent = new RequestAnswer(new ObjectTree(walk.Objects()));
        var run = new WalkRun(new(profile));
        run.Poll(request => agent.To(request, SnmpVersion.V2c, Room));
        run.Poll(request => agent.To(request, SnmpVersion.V2c, Room));
        return run.Asked.Count;
    }
}
