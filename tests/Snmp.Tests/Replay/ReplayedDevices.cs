using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Security;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Replay;

/// <summary>Every recording that a profile recognises, played by snmpsim.</summary>
sealed class ReplayedDevices : IAsyncDisposable
{
    readonly SnmpSimulation _simulation;

    ReplayedDevices(SnmpSimulation simulation, IReadOnlyList<(string Name, RecordedWalk Walk, DeviceProfile Profile)> devices)
    {
        _simulation = simulation;
        Devices = devices;
    }

    public static UsmUser User { get; } = new(
        SnmpSimulation.Credentials.User,
        AuthenticationProtocol.Sha1,
        SnmpSimulation.Credentials.Authentication,
        PrivacyProtocol.Aes128,
        SnmpSimulation.Credentials.Privacy);

    public IPEndPoint Address => _simulation.Address;

    public IReadOnlyList<(string Name, RecordedWalk Walk, DeviceProfile Profile)> Devices { get; }

    public static async Task<ReplayedDevices> StartAsync()
    {
        var profiles = ProfileLibrary.Load(RepositoryRoot.Of("collectors", "Profiles"));
        var recognised = Directory.EnumerateFiles(SharedFolder.Of("data", "devices", "snmprec"), "*.snmprec", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (File: file, Walk: new RecordedWalk(file)))
            .Select(entry => (entry.File, entry.Walk, Profile: entry.Walk.RecognisedBy(profiles)))
            .Where(entry => entry.Profile is not null)
            .ToList();
        return new(
            await SnmpSimulation.StartAsync(recognised.Select(entry => entry.File)),
            [.. recognised.Select(entry => (Path.GetFileNameWithoutExtension(entry.File), entry.Walk, entry.Profile!))]);
    }

    public ValueTask DisposeAsync() => _simulation.DisposeAsync();
}
