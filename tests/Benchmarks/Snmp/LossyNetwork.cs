using System.Diagnostics;
using System.Globalization;
using System.Net;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Benchmarks.Snmp;

/// <summary>
/// Devices behind a network that loses, doubles, reorders and delays: every value is checked to be of the device that was
/// asked, and every uptime to be of now.
/// </summary>
sealed class LossyNetwork : IDisposable
{
    const string NameAddress = $"{Objects.Root}.2.1.3.1";
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    static readonly PollPatience Patience = new(TimeSpan.FromSeconds(3), Retries: 2) { Deadline = TimeSpan.FromSeconds(20) };
    static readonly Prometheus.Counter.Child Late = SnmpMetrics.DroppedDatagrams.WithLabels("late");
    readonly SnmpEngine _engine = new(TimeProvider.System);
    readonly ProfilePlans _plans = new([], [.. Objects.Columns.Select(entry => new PolledObject(entry.Column, PollCadence.Poll))]);
    readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    readonly Lock _lock = new();
    int _wrong;

    public static async Task<int> PrintAsync(IPEndPoint first, int devices, int seconds)
    {
        using var run = new LossyNetwork();
        var (retries, late) = (SnmpMetrics.Retries.Value, Late.Value);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, devices).Select(device =>
            run.PollAsync(device, AddressOf(first, device), () => Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        var outcomes = string.Join(", ", run._outcomes.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Value} {entry.Key}")));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"polls: {outcomes}; retries {SnmpMetrics.Retries.Value - retries}, late or duplicate {Late.Value - late}; wrong values {run._wrong}; memory held {growth / 1024.0 / 1024:+0.0;-0.0} MB"));
        return run._wrong == 0 ? 0 : 1;
    }

    public void Dispose() => _engine.Dispose();

    async Task PollAsync(int device, IPEndPoint address, Func<bool> goesOn)
    {
        var link = new AgentLink(address, new CommunitySecurity(SnmpVersion.V2c, "public"), new(_plans.Columns));
        TimeSpan? upTime = null;
        while (goesOn())
        {
            var began = Stopwatch.GetTimestamp();
            var outcome = await _engine.PollAsync(link, _plans.Regular, Patience);
            lock (_lock)
            {
                _outcomes[outcome.Label] = _outcomes.GetValueOrDefault(outcome.Label) + 1;
                if (outcome is PollOutcome.Answered answered)
                    Check(answered, device, ref upTime);
            }

            if (Interval - Stopwatch.GetElapsedTime(began) is { } rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, TimeProvider.System);
        }
    }

    void Check(PollOutcome.Answered answered, int device, ref TimeSpan? upTime)
    {
        var name = answered.Values.FirstOrDefault(value => value.Address == NameAddress).Text;
        if (name is not null && name != string.Create(CultureInfo.InvariantCulture, $"rpdu-{device:000000}"))
            _wrong++;
        if (answered.Values.Select(value => value.Address).Distinct(StringComparer.Ordinal).Count() != answered.Values.Length)
            _wrong++;
        // An answer to an older question would be older than the one before it.
        if (upTime is { } before && answered.UpTime is { } now && now < before)
            _wrong++;
        upTime = answered.UpTime ?? upTime;
        if (answered.Values.Any(value => value.Kind == RawKind.Number && value.Number < 0))
            _wrong++;
    }

    static IPEndPoint AddressOf(IPEndPoint first, int device)
    {
        var octets = first.Address.GetAddressBytes();
        var number = (octets[0] << 24 | octets[1] << 16 | octets[2] << 8 | octets[3]) + device;
        return new(new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]), first.Port);
    }
}
