using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Benchmarks.Snmp;

/// <summary>The engine flat out: a window of devices under way, the next one begun when one has answered; every value decoded.</summary>
sealed class EnginePolls : IDisposable
{
    const int Devices = 2_000;
    const int Window = 256;
    const int UserWindow = 64;
    const int Expected = 36;
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(1), Retries: 2);
    readonly AgentLink[] _links;
    readonly ProfilePlans _plans;
    readonly SnmpEngine _engine = new(TimeProvider.System);
    readonly ConcurrentQueue<AgentLink> _idle;
    long _polls;
    long _wrong;
    volatile bool _isOver;

    EnginePolls(int devices, Func<IMessageSecurity> security)
    {
        _plans = new([], [.. Objects.Columns.Select(entry => new PolledObject(entry.Column, PollCadence.Poll))]);
        _links = [.. Enumerable.Range(0, devices).Select(device => new AgentLink(Agents.AddressOf(device), security(), new(_plans.Columns)))];
        _idle = new(_links);
    }

    public static Task<Trial> RunAsync(int seconds) =>
        RunAsync(seconds, Devices, Window, () => new CommunitySecurity(SnmpVersion.V2c, "public"));

    /// <summary>SNMPv3 with SHA-256 and AES-128.</summary>
    public static Task<Trial> RunUserAsync(int seconds)
    {
        var user = UserAgents.User();
        return RunAsync(seconds, UserAgents.Devices, UserWindow, () => new UserSecurity(user, [], TimeProvider.System));
    }

    static async Task<Trial> RunAsync(int seconds, int devices, int window, Func<IMessageSecurity> security)
    {
        using var run = new EnginePolls(devices, security);
        for (var under = 0; under < window; under++)
            run.BeginNext();
        // What every device has to be asked once, and what the runtime compiles as it goes, is over by then.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        using var self = Process.GetCurrentProcess();
        var requests = SnmpMetrics.Requests.Value;
        var (polls, cpu, started) = (Interlocked.Read(ref run._polls), Machine.CpuOf(self), Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        var trial = new Trial(
            Interlocked.Read(ref run._polls) - polls, Stopwatch.GetElapsedTime(started).TotalSeconds, Machine.CpuOf(self) - cpu);
        run._isOver = true;
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(SnmpMetrics.Requests.Value - requests) / trial.Polls:0.00} requests a poll; {run._links.Count(link => !link.Limits.TakesNonRepeaters)} devices do not take names to be answered once"));
        if (run._wrong > 0)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run._wrong} polls did not give {Expected} values"));
        return trial;
    }

    public void Dispose() => _engine.Dispose();

    // Whichever has rested longest; a slow one is never asked twice at once.
    void BeginNext()
    {
        if (_idle.TryDequeue(out var link))
            _engine.Begin(link, _plans.Regular, Patience, Take);
    }

    void Take(AgentLink link, PollOutcome outcome)
    {
        Interlocked.Increment(ref _polls);
        if (outcome is not PollOutcome.Answered answered || answered.Values.Length != Expected)
            Interlocked.Increment(ref _wrong);
        _idle.Enqueue(link);
        if (!_isOver)
            BeginNext();
    }
}
