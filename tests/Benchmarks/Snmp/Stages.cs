using System.Diagnostics;
using System.Globalization;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Domain.Topology;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Benchmarks.Snmp;

/// <summary>Where the time of one poll goes, without network, schedule and other devices: one device polled again and again.</summary>
sealed class Stages : IDisposable
{
    const int Polls = 300_000;
    const int Warmth = 100_000;

    /// <summary>Racks that have a reading between two flushes: as many as 4,000 polls a second come to in a quarter of a second.</summary>
    const int Racks = 1_000;

    readonly CommunitySecurity _security = new(SnmpVersion.V2c, "public");
    readonly PollWalk _walk = new();
    readonly ProfilePlans _plans;
    readonly LearnedLimits _limits;
    readonly ReadingNormaliser _normaliser;
    readonly RequestAnswer _agent;
    readonly Dictionary<string, long> _ticks = new(StringComparer.Ordinal);
    readonly byte[] _buffer = new byte[8_192];
    readonly Dictionary<int, byte[]> _responses = [];
    readonly Device[] _devices;
    readonly string _folder = Directory.CreateTempSubdirectory("dcops-stages-").FullName;
    readonly Outbox _outbox;
    readonly ReadingBatcher _batcher;
    long _octets;
    int _polls;

    Stages(DeviceProfile profile)
    {
        _outbox = Outbox.Open(new() { Folder = _folder, Collector = "benchmark" }, TimeProvider.System, NullLogger<Outbox>.Instance);
        _batcher = new(_outbox, new(), TimeProvider.System, NullLogger<ReadingBatcher>.Instance);
        _devices = [.. Enumerable.Range(0, Racks).Select(rack => new Device("pdu-a", Location.Parse(Collectors.LocationOf(rack)), profile, 11_000))];
        _plans = new(profile);
        _limits = new(_plans.Columns);
        _normaliser = new(new("pdu-a", Location.Parse("NJ-01/R001/A001"), profile, 11_000));
        _agent = new(new ObjectTree(
        [
            .. Objects.Columns.SelectMany(entry => Enumerable.Range(1, entry.Rows).Select(row =>
                (ObjectIdentifier.Parse($"{entry.Column}.{row}"), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32((uint)(100 + row)))))),
            (ObjectIdentifier.Parse(Objects.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]));
    }

    public static void Print(DeviceProfile profile)
    {
        using var stages = new Stages(profile);
        for (var poll = 0; poll < Warmth; poll++)
            stages.Poll(poll == 0 ? stages._plans.Full : stages._plans.Regular);
        stages._ticks.Clear();
        stages._octets = GC.GetAllocatedBytesForCurrentThread();
        for (var poll = 0; poll < Polls; poll++)
            stages.Poll(stages._plans.Regular);
        var octets = GC.GetAllocatedBytesForCurrentThread() - stages._octets;
        Console.WriteLine("stage | µs a poll");
        foreach (var (stage, ticks) in stages._ticks)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage} | {1e6 * ticks / Stopwatch.Frequency / Polls:0.00}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"together | {1e6 * stages._ticks.Values.Sum() / Stopwatch.Frequency / Polls:0.00}; {octets / Polls} octets allocated a poll"));
    }

    void Poll(PollPlan plan)
    {
        var at = Stopwatch.GetTimestamp();
        _walk.Begin(plan, _limits, SnmpVersion.V2c);
        for (var id = 1; _walk.TryCompose(); id++)
        {
            var request = _security.Seal(_walk.Question, id, _buffer);
            Note("compose", ref at);
            var response = Response(request, id);
            at = Stopwatch.GetTimestamp();
            if (_security.Open(response, id, out var pdu) != OpenOutcome.Answer)
                throw new InvalidOperationException("The answer cannot be read.");
            Note("decode", ref at);
            _walk.Accept(pdu);
            Note("walk", ref at);
        }

        var values = _walk.Finish().Values;
        Note("finish", ref at);
        var readings = _normaliser.Normalise(new(_normaliser.Device, DateTimeOffset.UnixEpoch, values));
        Note("normalise", ref at);
        _batcher.AddAsync(readings with { Device = _devices[_polls++ % Racks] }, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Note("gather", ref at);
        if (_polls % Racks > 0)
            return;

        _batcher.Flush();
        Note("write to the outbox", ref at);
        _batcher.Sync();
        Note("have the disk keep it", ref at);
        var batches = _outbox.ReadAsync(Racks, int.MaxValue, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        _outbox.Settle([.. batches.Select(entry => entry.Batch.Sequence)]);
        Note("take and settle", ref at);
    }

    public void Dispose()
    {
        _batcher.Dispose();
        _outbox.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The agent's own work is none of the collector's: the same question is answered from memory.
    byte[] Response(ReadOnlySpan<byte> request, int id)
    {
        var hash = default(HashCode);
        hash.AddBytes(request);
        var key = hash.ToHashCode();
        if (_responses.TryGetValue(key, out var known))
            return known;

        CommunityMessage.Decode(request, out var message);
        var answer = _agent.To(message.Pdu.ToPdu(), SnmpVersion.V2c, 1_400)! with { RequestId = id };
        var writer = new BerWriter(new byte[8_192]);
        CommunityMessage.Write(ref writer, SnmpVersion.V2c, "public"u8, answer);
        return _responses[key] = writer.Written.ToArray();
    }

    void Note(string stage, ref long at)
    {
        var now = Stopwatch.GetTimestamp();
        _ticks[stage] = _ticks.GetValueOrDefault(stage) + now - at;
        at = Stopwatch.GetTimestamp();
    }
}
