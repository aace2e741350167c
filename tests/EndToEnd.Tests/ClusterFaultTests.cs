using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The shortest form of the chaos suite, in which two silos over PostgreSQL lose one to <c>kill -9</c> under load, and its collector too.</summary>
public sealed class ClusterFaultTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_silo_and_a_killed_collector_lose_no_minute_and_no_alarm_and_double_none()
    {
        ExternalProgram.Find("influxd", "influxdb");
        ExternalProgram.Find("psql", "postgresql");
        ExternalProgram.Find("openssl", "openssl");
        var python = ExternalProgram.Find("python3", "python3");
        Assert.SkipUnless(Directory.Exists("/usr/lib/postgresql"), "needs initdb (Debian package postgresql), which is not installed");

        await using var chaos = ExternalProgram.Start(
            python, [RepositoryRoot.Of("tests", "Chaos", "chaos.py"), "--seeds", "1", "--short", "--faults", "kill-collector", "kill-silo"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        var said = await chaos.UntilEndedAsync(limit.Token);

        Assert.True(said.Contains("2 faults survived, 0 losses", StringComparison.Ordinal), said);
    }
}
