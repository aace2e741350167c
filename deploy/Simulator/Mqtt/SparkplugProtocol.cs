using DcOps.Collectors.Mqtt.Publishing;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Domain.Topology;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Mqtt;

/// <summary>
/// A Sparkplug B 3.0 edge node with the site's meters behind it: group = facility, device = meter. Births carry names, types
/// and aliases, data carry aliases alone; a meter that falls silent dies and is born again; a host may ask for all births anew.
/// </summary>
public sealed class SparkplugProtocol : IPlantProtocol, IDisposable
{
    const string Node = "gateway";
    const int Numbers = 256;

    readonly string _group;
    readonly ImmutableArray<SimulatedDevice> _devices;
    readonly TimeProvider _time;
    readonly SemaphoreSlim _turn = new(1);
    readonly HashSet<string> _alive = new(StringComparer.Ordinal);
    PublisherLink? _link;
    int _births = -1;
    int _sequence;

    public SparkplugProtocol(FacilityId facility, ImmutableArray<SimulatedDevice> devices, BrokerAddress broker, TimeProvider time)
    {
        _group = facility.Value;
        _devices = devices;
        _time = time;
        Session = new(broker.Host, broker.Port, $"{Node}-{facility.Value}")
        {
            Will = Death,
            Subscriptions = [Topic(SparkplugKind.NCmd)],
            Received = HearAsync,
        };
    }

    public PublisherSettings Session { get; }

    public async Task GreetAsync(PublisherLink link, CancellationToken cancellationToken)
    {
        _link = link;
        await InTurnAsync(() => BearAsync(link, cancellationToken), cancellationToken);
    }

    public Task ReportAsync(PublisherLink link, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            foreach (var device in _devices)
                await ReportAsync(link, device, cancellationToken);
        },
        cancellationToken);

    public void Dispose() => _turn.Dispose();

    async Task ReportAsync(PublisherLink link, SimulatedDevice device, CancellationToken cancellationToken)
    {
        if (!link.IsConnected)
            return;

        if (device.IsSilent)
        {
            if (_alive.Remove(device.Name))
                await SendAsync(link, SparkplugKind.DDeath, device.Name, [], cancellationToken);
        }
        else if (_alive.Add(device.Name))
        {
            await SendAsync(link, SparkplugKind.DBirth, device.Name, Metrics(device, born: true), cancellationToken);
        }
        else
        {
            await SendAsync(link, SparkplugKind.DData, device.Name, Metrics(device, born: false), cancellationToken);
        }
    }

    async Task BearAsync(PublisherLink link, CancellationToken cancellationToken)
    {
        _sequence = 0;
        _alive.Clear();
        var now = _time.GetUtcNow();
        await SendAsync(link, SparkplugKind.NBirth, null, [BirthSequence(now), RebirthControl(now)], cancellationToken);
        foreach (var device in _devices)
            await ReportAsync(link, device, cancellationToken);
    }

    async Task HearAsync(string topic, byte[] payload)
    {
        // Births are QoS 0, so answering from inside the receiver waits for nobody.
        var asked = SparkplugDecoder.Decode(payload)?.Metrics.Any(metric =>
            metric.Name == SparkplugPayload.Rebirth && metric.Value is SparkplugValue.Boolean(true));
        if (asked == true && _link is { } link)
            await InTurnAsync(() => BearAsync(link, CancellationToken.None), CancellationToken.None);
    }

    // Asked once for each connection, before it is made: bdSeq counts connections.
    PublishedMessage Death()
    {
        _births = (_births + 1) % Numbers;
        var now = _time.GetUtcNow();
        return new(Topic(SparkplugKind.NDeath), SparkplugEncoder.Encode(new(now, Sequence: null, [BirthSequence(now)])));
    }

    SparkplugMetric BirthSequence(DateTimeOffset at) => SparkplugMetric.Of(
        SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long((ulong)_births), at);

    static SparkplugMetric RebirthControl(DateTimeOffset at) => SparkplugMetric.Of(
        SparkplugPayload.Rebirth, SparkplugType.Boolean, new SparkplugValue.Boolean(false), at);

    ImmutableArray<SparkplugMetric> Metrics(SimulatedDevice device, bool born) =>
        PlantMetrics.Of(device, firstAlias: (ulong)(_devices.IndexOf(device) * 100) + 1, born, _time.GetUtcNow());

    async Task SendAsync(
        PublisherLink link, SparkplugKind kind, string? device, ImmutableArray<SparkplugMetric> metrics, CancellationToken cancellationToken)
    {
        var payload = new SparkplugPayload(_time.GetUtcNow(), (ulong)_sequence, metrics);
        _sequence = (_sequence + 1) % Numbers;
        await link.TryPublishAsync(new(Topic(kind, device), SparkplugEncoder.Encode(payload), IsAcknowledged: false), cancellationToken);
    }

    string Topic(SparkplugKind kind, string? device = null) => new SparkplugTopic(_group, kind, Node, device).ToString();

    async Task InTurnAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
