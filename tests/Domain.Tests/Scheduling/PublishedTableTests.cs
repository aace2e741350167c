using DcOps.Benchmarks.Scheduling.Published;
using DcOps.Domain.Scheduling.Planning;
using DcOps.Domain.Scheduling.Replay;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>Figures that others published, from the same recordings.</summary>
public sealed class PublishedTableTests
{
    static readonly ReplayTerms Terms = new();

    static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var recordings = Path.Combine(folder.FullName, "shared", "data", "scheduling");
            if (Directory.Exists(recordings))
                return recordings;
        }

        Assert.Skip("No recorded carbon series and traces beside the project.");
        return "";
    }

    static IntensitySeries SouthAustralia(string folder) => Recorded.Carbon(folder, "AU-SA").From(7000, 720);

    [Fact]
    public void Deferral_in_oceania_saves_what_was_published_within_0_05_grams()
    {
        var folder = Folder();
        var zones = Recorded.Oceania.Select(zone => Recorded.Carbon(folder, zone)).ToArray();

        Assert.All(PublishedTables.Oceania, row =>
        {
            var ours = zones.Select(zone => DeferralStudy.Of(zone, row.Hours, 24)).ToArray();
            Assert.InRange(ours.Average(study => study.Deferral), row.Deferral - 0.05, row.Deferral + 0.05);
            Assert.InRange(ours.Average(study => study.Interrupting), row.Interrupting - 0.05, row.Interrupting + 0.05);
        });
    }

    [Fact]
    public void Policies_on_a_recorded_trace_emit_what_was_published_within_0_001()
    {
        var folder = Folder();
        var (series, jobs) = (SouthAustralia(folder), Recorded.Jobs(Path.Combine(folder, "pai_1k.csv"), Terms.Tick));
        var atOnce = PolicyReplay.Run(series, jobs, ReplayPolicy.RunAtOnce, Terms, null);

        Assert.InRange(atOnce.CarbonKilograms / PublishedTables.Figure8AtOnce, 0.998, 1.002);
        Assert.All(PublishedTables.Figure8, row => Assert.InRange(
            PolicyReplay.Run(series, jobs, row.Policy, Terms, null).CarbonKilograms / atOnce.CarbonKilograms, row.Carbon - 0.001, row.Carbon + 0.001));
    }

    [Fact]
    public void Reserved_units_first_cost_and_emit_what_was_published_within_0_005()
    {
        var folder = Folder();
        var (series, jobs) = (SouthAustralia(folder), Recorded.Jobs(Path.Combine(folder, "pai_1k.csv"), Terms.Tick));
        var atOnce = PolicyReplay.Run(series, jobs, ReplayPolicy.RunAtOnce, Terms, null);

        Assert.All(PublishedTables.Figure11, row =>
        {
            var ours = PolicyReplay.Run(series, jobs, ReplayPolicy.SavingPerDelay, Terms with { Reserved = row.Reserved, IsReservedFirst = true }, null);
            Assert.InRange(ours.CarbonKilograms / atOnce.CarbonKilograms, row.Carbon - 0.005, row.Carbon + 0.005);
            Assert.InRange(ours.Cost / atOnce.Cost, row.Cost - 0.005, row.Cost + 0.005);
        });
    }

    [Fact]
    public void The_planner_emits_no_more_than_any_published_policy_on_the_same_work()
    {
        var folder = Folder();
        var (series, terms) = (SouthAustralia(folder), Terms with { Tick = TimeSpan.FromHours(1) });
        var jobs = SameWork.InHours(Recorded.Jobs(Path.Combine(folder, "pai_1k.csv"), Terms.Tick));
        var input = SameWork.Input(series, jobs, terms, null, null);

        var plan = Planner.Make(input, PlanEffort.Cold with { PriceIterations = 20, SearchRounds = 0 }, null, CancellationToken.None, TestContext.Current.CancellationToken);

        Assert.All(Enum.GetValues<ReplayPolicy>(), policy => Assert.True(
            plan.Verdict.Bill.CarbonKilograms <= PolicyReplay.Run(series, jobs, policy, terms, null).CarbonKilograms + 1e-6, policy.ToString()));
    }
}
