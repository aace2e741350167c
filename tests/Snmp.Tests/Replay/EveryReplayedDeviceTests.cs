using System.Text;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Replay;

/// <summary>Real devices' walks, replayed on a real socket by snmpsim: a poll finds every object of the profile, exactly.</summary>
public sealed class EveryReplayedDeviceTests : IAsyncLifetime
{
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(10), Retries: 2);
    readonly SnmpEngine _engine = new(TimeProvider.System);
    ReplayedDevices? _replay;

    public async ValueTask InitializeAsync() => _replay = await ReplayedDevices.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _engine.Dispose();
        if (_replay is not null)
            await _replay.DisposeAsync();
    }

    [Theory]
    [InlineData(SnmpVersion.V2c)]
    [InlineData(SnmpVersion.V3)]
    public async Task Is_read_to_the_last_object_and_again(SnmpVersion version)
    {
        var differences = new List<string>();
        var exchanges = 0;
        foreach (var (name, walk, profile) in _replay!.Devices)
        {
            var plans = new ProfilePlans(profile);
            var link = new AgentLink(_replay.Address, Security(version, name), new(plans.Columns));
            var expected = walk.Asked(profile).ToDictionary(entry => entry.Address, entry => entry.Value);
            differences.AddRange(Compare(name, expected, await _engine.PollAsync(link, plans.Full, Patience)));
            differences.AddRange(Compare(name, expected, await _engine.PollAsync(link, plans.Full, Patience)));
            exchanges++;
        }

        Assert.Empty(differences);
        Assert.True(exchanges > 30, $"Only {exchanges} recordings were recognised by a profile.");
    }

    static IMessageSecurity Security(SnmpVersion version, string name) => version == SnmpVersion.V3
        ? new UserSecurity(ReplayedDevices.User, Encoding.UTF8.GetBytes(name), TimeProvider.System)
        : new CommunitySecurity(version, name);

    static IEnumerable<string> Compare(string name, Dictionary<string, object?> expected, PollOutcome outcome)
    {
        if (outcome is not PollOutcome.Answered answered)
            return [$"{name}: {outcome}"];

        var read = answered.Values.Where(value => value.Address != "1.3.6.1.2.1.1.3.0" && value.Kind != RawKind.Absent)
            .ToDictionary(value => value.Address, value => value.Kind == RawKind.Number ? (object)value.Number : value.Text!);
        var wrong = expected.Where(entry => entry.Value is not null && !Equals(entry.Value, read.GetValueOrDefault(entry.Key)))
            .Select(entry => $"{name} {entry.Key}: recorded {entry.Value}, read {read.GetValueOrDefault(entry.Key) ?? "nothing"}");
        var invented = read.Keys.Except(expected.Keys).Select(address => $"{name} {address}: read, and not recorded");
        return [.. wrong, .. invented, .. answered.Faults.Select(fault => $"{name} {fault.Name}: {fault.Kind}")];
    }
}
