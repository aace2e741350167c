using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Trying;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Trying;

/// <summary>A profile tried on recorded devices that snmpsim plays.</summary>
public sealed class ProfileTrialTests : IAsyncLifetime
{
    const string Recorded = "apc_ap8853";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly ProfileTrial Trial = new(ProfileLibrary.Load(ProfileLibrary.StandardFolder), TimeProvider.System);
    SnmpSimulation? _simulation;

    public async ValueTask InitializeAsync() =>
        _simulation = await SnmpSimulation.StartAsync([SharedFolder.Of("data", "devices", "snmprec", "pdu", Recorded + ".snmprec")]);

    public async ValueTask DisposeAsync()
    {
        if (_simulation is not null)
            await _simulation.DisposeAsync();
    }

    [Fact]
    public async Task Recognises_the_device_and_shows_raw_value_scale_unit_and_reading_side_by_side()
    {
        var outcome = Assert.IsType<TrialOutcome.Read>(await Trial.RunAsync(Target(), null, Patience));

        Assert.Equal("apc-rpdu2", outcome.Profile.Name);
        Assert.Empty(outcome.Faults);
        var power = Assert.Single(TrialReport.Of(outcome), line => line.StartsWith("rPDU2DeviceStatusPower ", StringComparison.Ordinal));
        Assert.Equal(
            ["rPDU2DeviceStatusPower", "1.3.6.1.4.1.318.1.1.26.4.3.1.5.1", "114", "0.01", "kW", "total/active-power", "1140", "W"],
            power.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Speaks_version_3()
    {
        var (user, authentication, privacy) = SnmpSimulation.Credentials;
        var target = new TrialTarget(
            _simulation!.Address, SnmpVersion.V3, null,
            new UsmUser(user, AuthenticationProtocol.Sha1, authentication, PrivacyProtocol.Aes128, privacy), Recorded);

        var outcome = Assert.IsType<TrialOutcome.Read>(await Trial.RunAsync(target, "apc-rpdu2", Patience));

        Assert.NotEmpty(outcome.Objects);
        Assert.Equal("named on the command line", outcome.By);
    }

    [Fact]
    public async Task Says_why_there_is_nothing_to_show()
    {
        var nobody = new TrialTarget(new(IPAddress.Loopback, FreePort.Udp()), SnmpVersion.V2c, "public", null, "");

        var unknown = Assert.IsType<TrialOutcome.Failed>(await Trial.RunAsync(Target(), "no-such-profile", Patience));
        var stranger = Assert.IsType<TrialOutcome.Failed>(await Trial.RunAsync(Target("probe"), null, Patience));
        var silent = Assert.IsType<TrialOutcome.Failed>(await Trial.RunAsync(nobody, null, TimeSpan.FromMilliseconds(100)));

        Assert.StartsWith("There is no profile 'no-such-profile'", unknown.Reason, StringComparison.Ordinal);
        Assert.StartsWith("No profile is for it: the device has no sysObjectID, and none of", stranger.Reason, StringComparison.Ordinal);
        Assert.Contains(nobody.Address.ToString(), silent.Reason, StringComparison.Ordinal);
    }

    TrialTarget Target(string community = Recorded) => new(_simulation!.Address, SnmpVersion.V2c, community, null, "");
}
