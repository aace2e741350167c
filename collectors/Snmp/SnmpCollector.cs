using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Snmp.Configuration;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Polling;
using DcOps.Collectors.Snmp.Traps;
using DcOps.Collectors.Snmp.Walking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp;

/// <summary>
/// Polls every device of the section <c>snmp</c> in its own time and hands on what they say. A device that is silent,
/// refuses or talks nonsense is a standing with a name; it costs the others nothing and never becomes a zero.
/// </summary>
public sealed partial class SnmpCollector : IHostedService, INotifiedDevices, IDisposable
{
    const int DevicesPerSocket = 5_000;
    static readonly TimeSpan ShortestSpread = TimeSpan.FromSeconds(1);
    static readonly TimeSpan FullDeadline = TimeSpan.FromMinutes(1);
    readonly ImmutableArray<PolledDevice> _devices;
    readonly PollPatience _patience;
    readonly IReadingSink _sink;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly DeviceJournal _journal;
    readonly SnmpEngine _engine;
    readonly DueQueue<PollTurn> _due;
    readonly ConcurrentDictionary<IPAddress, PolledDevice> _byAddress = new();
    readonly Action<AgentLink, PollOutcome> _settle;
    readonly WorkCount _settling = new();
    readonly SlowestDevices _slowest;
    readonly CancellationTokenSource _stop = new();
    long _startedAt;

    internal SnmpCollector(SnmpSettings settings, IReadingSink sink, TimeProvider time, ILogger<SnmpCollector> logger)
    {
        _patience = settings.Patience;
        _sink = sink;
        _time = time;
        _logger = logger;
        _journal = new(logger, _patience);
        _engine = new(time, Math.Clamp(settings.Devices.Length / DevicesPerSocket, 1, 4));
        _due = new(time, "snmp-schedule", Begin);
        _settle = (link, outcome) => Run((PolledDevice)link.Owner!, outcome);
        var plans = settings.Devices.Select(entry => entry.Device.Profile).Distinct().ToDictionary(profile => profile, profile => new ProfilePlans(profile));
        _devices = [.. settings.Devices.Select(entry => new PolledDevice(entry, plans[entry.Device.Profile], settings.Interval, time))];
        _slowest = new(_devices, time);
    }

    /// <summary>Every device, in the order of the configuration.</summary>
    public ImmutableArray<SnmpDeviceStatus> Devices => [.. _devices.Select(device => device.Status)];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _startedAt = _time.GetTimestamp();
        var spread = TimeSpan.FromMilliseconds(_devices.Length);
        foreach (var device in _devices)
        {
            if (device.Address.Literal is { } literal)
                _byAddress.TryAdd(literal.Address, device);
        }

        foreach (var device in _devices)
            Schedule(device, device.Timetable.First(spread > ShortestSpread ? spread : ShortestSpread));
        LogPolling(_devices.Length);
        return Task.CompletedTask;
    }

    /// <summary>Asks nothing more, and waits until what was answered has been handed on.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _due.Dispose();
        _engine.Dispose();
        await using var hurry = cancellationToken.Register(_stop.Cancel);
        await _settling.CloseAsync();
        foreach (var device in _devices)
            device.Standing.Leave();
    }

    /// <summary>Completes when every answer taken so far has been handed on and its device has its next time.</summary>
    internal Task IdleAsync() => _settling.IdleAsync();

    public void Dispose()
    {
        _due.Dispose();
        _engine.Dispose();
        _slowest.Dispose();
        _stop.Dispose();
    }

    Device? INotifiedDevices.At(IPAddress address) => Polled(address)?.Device;

    void INotifiedDevices.Hasten(IPAddress address)
    {
        var now = _time.GetElapsedTime(_startedAt);
        if (Polled(address) is { } device && device.TryHasten(now))
            _due.Add(new(device, now), _time.GetTimestamp());
    }

    PolledDevice? Polled(IPAddress address) =>
        _byAddress.GetValueOrDefault(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    void Schedule(PolledDevice device, TimeSpan dueAt)
    {
        device.Await(dueAt);
        _due.Add(new(device, dueAt), _startedAt + (long)(dueAt.TotalSeconds * _time.TimestampFrequency));
    }

    void Begin(IReadOnlyList<PollTurn> turns)
    {
        using var together = SnmpEngine.SendTogether();
        foreach (var turn in turns)
            Begin(turn);
    }

    void Begin(PollTurn turn)
    {
        var device = turn.Device;
        if (!device.TryBegin(turn.DueAt))
            return;

        SnmpMetrics.PollLateness.Observe((_time.GetElapsedTime(_startedAt) - device.DueAt).TotalSeconds);
        if (device.Link is null)
            Run(device, outcome: null);
        else
            Ask(device);
    }

    void Ask(PolledDevice device)
    {
        // A silent device is asked once and for one object: it costs a datagram.
        var patience = device.IsProbing ? _patience with { Retries = 0 }
            : device.HasReadAll ? _patience with { Deadline = FullDeadline > _patience.Deadline ? FullDeadline : _patience.Deadline }
            : _patience;
        _engine.Begin(device.Link!, device.Plan, patience, _settle);
    }

    /// <param name="outcome">Null when the device's name has to be resolved first.</param>
    void Run(PolledDevice device, PollOutcome? outcome)
    {
        if (_settling.TryEnter())
            _ = GuardAsync(device, outcome);
    }

    async Task GuardAsync(PolledDevice device, PollOutcome? outcome)
    {
        try
        {
            await (outcome is null ? ResolveAsync(device) : SettleAsync(device, outcome));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            LogNotHandedOn(device.Device);
        }
        catch (Exception fault)
        {
            // One device's poll is the unit of work: its fault is ours, and the next poll may go well.
            LogPollFailed(fault, device.Device);
            Schedule(device, device.Timetable.Next(_time.GetElapsedTime(_startedAt)));
        }
        finally
        {
            _settling.Leave();
        }
    }

    async Task ResolveAsync(PolledDevice device)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(device.Address.Host, _stop.Token);
            device.LinkTo(new(addresses[0], device.Address.Port));
            _byAddress[addresses[0]] = device;
            Ask(device);
        }
        catch (SocketException unknown)
        {
            await SettleAsync(device, new PollOutcome.Unreachable(unknown.SocketErrorCode.ToString()));
        }
    }

    async Task SettleAsync(PolledDevice device, PollOutcome outcome)
    {
        var now = (outcome as PollOutcome.Answered)?.ObservedAt ?? _time.GetUtcNow();
        SnmpMetrics.CountPoll(outcome);
        if (device.Standing.Take(outcome, now) is { } change)
            _journal.NoteStanding(device, change.Before, change.Lasted);

        if (outcome is PollOutcome.Answered answered)
        {
            _journal.NoteFaults(device, answered.Faults);
            if (!await HandOnAsync(device, answered))
                return;
        }
        else if (device.Address.Literal is null && device.Link is { } link)
        {
            // A host that is known by its name may have moved.
            _engine.Leave(link);
            device.Unlink();
        }

        device.ChoosePlan(outcome is PollOutcome.Answered, now);
        var elapsed = _time.GetElapsedTime(_startedAt);
        Schedule(device, outcome is PollOutcome.Answered
            ? device.Timetable.Next(elapsed)
            : device.Timetable.NextProbe(elapsed, device.Standing.Failures));
    }

    // False when the device is asked again at once instead: it is back, or no longer what it was.
    async ValueTask<bool> HandOnAsync(PolledDevice device, PollOutcome.Answered answered)
    {
        var change = device.ChangeSeen(answered);
        if (change != DeviceChange.None)
            _journal.NoteChange(device, change);
        if (device.IsProbing || (change != DeviceChange.None && !device.HasReadAll))
        {
            device.ChoosePlan(isAnswering: true, answered.ObservedAt);
            Ask(device);
            return false;
        }

        device.NoteAnswer(answered);
        await _sink.AddAsync(
            device.Normaliser.Normalise(new(device.Device, answered.ObservedAt, answered.Values)), _stop.Token);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "Polling {Count} SNMP devices")]
    partial void LogPolling(int count);

    [LoggerMessage(LogLevel.Warning, "The last readings of {Device} were not handed on: the process stops")]
    partial void LogNotHandedOn(object device);

    [LoggerMessage(LogLevel.Error, "The poll of {Device} failed in our own code; it goes on with the next one")]
    partial void LogPollFailed(Exception fault, object device);
}
