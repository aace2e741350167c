using System.Net;
using System.Threading.Channels;
using DcOps.Collectors.Snmp.Events;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Snmp.Traps;

/// <summary>
/// Receives traps and informs, says what they mean, keeps them, and only then acknowledges them and has the device polled:
/// a notification is a hint, the polled state decides.
/// </summary>
sealed partial class NotificationReceiver : IHostedService, IAsyncDisposable
{
    const int MostWaiting = 20_000;
    const int MostTogether = 500;
    readonly NotificationSettings _settings;
    readonly NotificationCatalogue _catalogue;
    readonly INotifiedDevices _devices;
    readonly IEventSink _sink;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly RecentEvents _recent;
    readonly Channel<Arrival> _arrivals = Channel.CreateBounded<Arrival>(new BoundedChannelOptions(MostWaiting)
    {
        FullMode = BoundedChannelFullMode.Wait,
        SingleReader = true,
    });

    NotificationPort? _port;
    Task _work = Task.CompletedTask;

    public NotificationReceiver(
        NotificationSettings settings,
        NotificationCatalogue catalogue,
        INotifiedDevices devices,
        IEventSink sink,
        TimeProvider time,
        ILogger<NotificationReceiver> logger)
    {
        _settings = settings;
        _catalogue = catalogue;
        _devices = devices;
        _sink = sink;
        _time = time;
        _logger = logger;
        _recent = new(time);
    }

    /// <summary>Where it listens; null before it has been started.</summary>
    public IPEndPoint? Address => _port?.Address;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var own = EngineIdentity.Load(_settings.EngineFile, _time);
        _port = new(
            _settings.Listen, new(_settings.Communities), new(_settings.Users, own, _time), _arrivals.Writer, _time);
        _work = WorkAsync(_port);
        LogListening(_port.Address, _catalogue.Count);
        return Task.CompletedTask;
    }

    /// <summary>Keeps what has arrived, and takes no more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _arrivals.Writer.TryComplete();
        await _work.WaitAsync(cancellationToken);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _arrivals.Writer.TryComplete();
        await _work;
        // A host disposes of what it has stopped already.
        if (Interlocked.Exchange(ref _port, null) is { } port)
            await port.DisposeAsync();
    }

    async Task WorkAsync(NotificationPort port)
    {
        var together = new List<Arrival>(MostTogether);
        while (await _arrivals.Reader.WaitToReadAsync(CancellationToken.None))
        {
            together.Clear();
            while (together.Count < MostTogether && _arrivals.Reader.TryRead(out var arrival))
                together.Add(arrival);
            await KeepAsync(together, port);
        }
    }

    async Task KeepAsync(List<Arrival> together, NotificationPort port)
    {
        var events = new List<DeviceEvent>(together.Count);
        foreach (var arrival in together)
        {
            if (EventOf(arrival) is { } told)
                events.Add(told);
        }

        try
        {
            if (events.Count > 0)
                await _sink.KeepAsync(events, CancellationToken.None);
        }
        catch (IOException refusal)
        {
            foreach (var lost in events)
                _recent.Forget(lost.Subject);
            SnmpMetrics.Notifications.WithLabels("not-kept").Inc(events.Count);
            LogNotKept(refusal, events.Count);
            return;
        }

        SnmpMetrics.Notifications.WithLabels("kept").Inc(events.Count);
        SnmpMetrics.Notifications.WithLabels("duplicate").Inc(together.Count - events.Count);
        foreach (var arrival in together)
        {
            port.Reply(arrival);
            _devices.Hasten(arrival.About);
        }
    }

    // Null when the same has just been told.
    DeviceEvent? EventOf(Arrival arrival)
    {
        var notification = arrival.Notification;
        var judgement = _catalogue.Judge(notification);
        var device = _devices.At(arrival.About);
        var subject = $"{(device is null ? arrival.About.ToString() : device.ToString())} {judgement.Subject}";
        if (!_recent.IsNew(subject, judgement.Transition, judgement.Level))
            return null;

        SnmpMetrics.Events.WithLabels(KebabCase.Of(judgement.Level), judgement.Entry is null ? "unknown" : "known").Inc();
        var kind = notification.Kind.ToString();
        return new(
            arrival.At,
            arrival.About.ToString(),
            device?.Location.Path,
            device?.Name,
            kind,
            judgement.Entry?.Name ?? kind,
            judgement.Entry?.Meaning ?? "",
            judgement.Entry?.MeaningZh ?? "",
            judgement.Level,
            judgement.Transition,
            subject,
            notification.UpTime,
            [.. notification.Variables.Select(variable => new EventVariable(variable.Name.ToString(), variable.Value.ToString()))]);
    }

    [LoggerMessage(LogLevel.Information, "Listening for traps and informs at {Address}; {Known} kinds are in the catalogue")]
    partial void LogListening(object address, int known);

    [LoggerMessage(LogLevel.Error, "{Count} events of devices could not be kept; informs among them are not acknowledged")]
    partial void LogNotKept(Exception refusal, int count);
}
