using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Tests.Walking;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Engine;

/// <summary>The engine against net-snmp's own daemon.</summary>
public sealed class SnmpDaemonTests : IAsyncLifetime
{
    const string SysName = "1.3.6.1.2.1.1.5.0";
    const string OrDescription = "1.3.6.1.2.1.1.9.1.3";
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(2), Retries: 2);
    static readonly PollPatience Briefly = new(TimeSpan.FromMilliseconds(300), Retries: 0);
    readonly ProfilePlans _plans = Plans.Of([SysName], [OrDescription]);
    readonly SnmpEngine _engine = new(TimeProvider.System);
    SnmpDaemon? _daemon;

    public async ValueTask InitializeAsync() => _daemon = await SnmpDaemon.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _engine.Dispose();
        await _daemon!.DisposeAsync();
    }

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public async Task Is_read_by_community(SnmpVersion version)
    {
        var outcome = await PollAsync(Link(new CommunitySecurity(version, "correct")));

        AssertRead(outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_read_by_many_at_once_with_one_system_call_for_many_datagrams_and_with_one_for_each(bool mayTakeMany)
    {
        using var engine = new SnmpEngine(TimeProvider.System, sockets: 2, mayTakeMany);
        var polls = new List<Task<PollOutcome>>();
        using (SnmpEngine.SendTogether())
        {
            for (var device = 0; device < 150; device++)
                polls.Add(engine.PollAsync(Link(device % 3 == 0 ? Monitor() : new CommunitySecurity(SnmpVersion.V2c, "correct")), _plans.Regular, Patience));
        }

        foreach (var outcome in await Task.WhenAll(polls))
            AssertRead(outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Says_why_our_own_network_sends_nothing_and_sends_the_rest(bool mayTakeMany)
    {
        using var engine = new SnmpEngine(TimeProvider.System, sockets: 1, mayTakeMany);
        // Broadcast needs a right that no socket here has.
        var refused = new AgentLink(new(System.Net.IPAddress.Broadcast, 161), new CommunitySecurity(SnmpVersion.V2c, "correct"), new(_plans.Columns));
        Task<PollOutcome>[] polls;
        using (SnmpEngine.SendTogether())
        {
            polls =
            [
                engine.PollAsync(Link(new CommunitySecurity(SnmpVersion.V2c, "correct")), _plans.Regular, Patience),
                engine.PollAsync(refused, _plans.Regular, Briefly),
                engine.PollAsync(Link(new CommunitySecurity(SnmpVersion.V2c, "correct")), _plans.Regular, Patience),
            ];
        }

        AssertRead(await polls[0]);
        Assert.Equal(new PollOutcome.Unreachable("AccessDenied"), await polls[1]);
        AssertRead(await polls[2]);
    }

    [Fact]
    public async Task Is_silent_to_another_community_and_that_is_all_there_is_to_know()
    {
        var outcome = await PollAsync(Link(new CommunitySecurity(SnmpVersion.V2c, "wrong")), Briefly);

        Assert.IsType<PollOutcome.TimedOut>(outcome);
    }

    [Fact]
    public async Task Is_read_by_sha256_and_aes128()
    {
        var link = Link(Monitor());

        AssertRead(await PollAsync(link));
        AssertRead(await PollAsync(link));
    }

    [Fact]
    public async Task Is_read_by_sha512_without_privacy()
    {
        AssertRead(await PollAsync(Link(User(new("signer", AuthenticationProtocol.Sha512, SnmpDaemon.Password)))));
    }

    [Theory]
    [InlineData("monitor", "wrong-password", SnmpDaemon.OtherPassword, "wrong-digest")]
    [InlineData("monitor", SnmpDaemon.Password, "wrong-password", "")]
    [InlineData("nobody", SnmpDaemon.Password, SnmpDaemon.OtherPassword, "unknown-user")]
    public async Task Refuses_a_wrong_user_or_password_by_name(string name, string password, string otherPassword, string reason)
    {
        var user = new UsmUser(name, AuthenticationProtocol.Sha256, password, PrivacyProtocol.Aes128, otherPassword);

        var outcome = await PollAsync(Link(User(user)), reason.Length == 0 ? Briefly : Patience);

        // A wrong privacy key makes noise that net-snmp drops without a word.
        if (reason.Length == 0)
            Assert.IsType<PollOutcome.TimedOut>(outcome);
        else
            Assert.Equal(new PollOutcome.Refused(reason), outcome);
    }

    [Fact]
    public async Task Refuses_a_security_level_below_its_own()
    {
        var user = new UsmUser("monitor", AuthenticationProtocol.Sha256, SnmpDaemon.Password);

        var outcome = await PollAsync(Link(User(user)));

        Assert.Equal(new PollOutcome.Refused("authorization-error"), outcome);
    }

    [Fact]
    public async Task Is_read_again_after_its_restart()
    {
        var link = Link(Monitor());
        AssertRead(await PollAsync(link));

        await _daemon!.RestartAsync();

        AssertRead(await PollAsync(link));
    }

    static void AssertRead(PollOutcome outcome)
    {
        var answered = Assert.IsType<PollOutcome.Answered>(outcome);
        Assert.Empty(answered.Faults);
        Assert.Contains(answered.Values, value => value.Address == SysName && value.Text == "daemon under test");
        Assert.True(answered.Values.Count(value => value.Address.StartsWith(OrDescription, StringComparison.Ordinal)) > 5);
    }

    static UserSecurity Monitor() => User(
        new("monitor", AuthenticationProtocol.Sha256, SnmpDaemon.Password, PrivacyProtocol.Aes128, SnmpDaemon.OtherPassword));

    static UserSecurity User(UsmUser user) => new(user, [], TimeProvider.System);

    AgentLink Link(IMessageSecurity security) => new(_daemon!.Address, security, new(_plans.Columns));

    Task<PollOutcome> PollAsync(AgentLink link, PollPatience? patience = null) =>
        _engine.PollAsync(link, _plans.Regular, patience ?? Patience);
}
