using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Telemetry;
using Microsoft.Extensions.Logging;
using Prometheus;

namespace DcOps.Collectors.Mqtt.Receiving;

/// <summary>
/// Counts what became of messages and names the topics that trouble comes from: the last ones, with how often. Safe for
/// any number of callers.
/// </summary>
sealed partial class RefusalJournal(string broker, ILogger logger)
{
    const int Most = 200;
    const int LongestTopic = 200;
    static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);
    readonly Counter.Child _mapped = MqttMetrics.Messages.WithLabels(broker, "mapped");
    readonly Lock _lock = new();
    readonly Dictionary<(string Topic, string Reason), Refusal> _refusals = [];
    readonly Dictionary<string, DateTimeOffset> _lastLog = new(StringComparer.Ordinal);

    /// <summary>The newest first.</summary>
    public ImmutableArray<Refusal> Refusals
    {
        get
        {
            lock (_lock)
                return [.. _refusals.Values.OrderByDescending(refusal => refusal.LastAt)];
        }
    }

    /// <summary>Counts a message that became readings, and names the values and times in it that were not believed.</summary>
    public void Count(string topic, MessageOutcome.Mapped mapped, DateTimeOffset at)
    {
        _mapped.Inc();
        if (mapped.Time != TimeFault.None)
        {
            MqttMetrics.RefusedTimes.WithLabels(broker, KebabCase.Of(mapped.Time)).Inc();
            Note(topic, $"time-{KebabCase.Of(mapped.Time)}", null, at);
        }

        foreach (var (point, fault) in mapped.Faults)
        {
            MqttMetrics.RefusedValues.WithLabels(broker, KebabCase.Of(fault)).Inc();
            Note(topic, $"value-{KebabCase.Of(fault)}", point, at);
        }
    }

    /// <summary>Counts a message that told something and no value.</summary>
    public void CountNoted() => MqttMetrics.Messages.WithLabels(broker, "noted").Inc();

    /// <summary>Counts a message that became none, and names its topic; a retained one is nobody's fault.</summary>
    public void Refuse(string topic, MessageOutcome.Refused refused, DateTimeOffset at)
    {
        var reason = KebabCase.Of(refused.Reason);
        MqttMetrics.Messages.WithLabels(broker, reason).Inc();
        if (refused.Reason != RefusalReason.Retained)
            Note(topic, reason, refused.Detail, at);
    }

    void Note(string topic, string reason, string? detail, DateTimeOffset at)
    {
        var shown = Printable(topic);
        var isNews = false;
        lock (_lock)
        {
            if (_refusals.TryGetValue((shown, reason), out var known))
            {
                _refusals[(shown, reason)] = known with { Detail = detail, Count = known.Count + 1, LastAt = at };
                return;
            }

            if (_refusals.Count >= Most)
                _refusals.Remove(_refusals.MinBy(entry => entry.Value.LastAt).Key);
            _refusals[(shown, reason)] = new(shown, reason, detail, 1, at);

            // Made-up topics are all news; the counter has their number, the log a sample.
            isNews = !_lastLog.TryGetValue(reason, out var last) || at - last >= LogInterval;
            if (isNews)
                _lastLog[reason] = at;
        }

        if (isNews)
            LogRefused(broker, shown, reason, detail ?? "");
    }

    static string Printable(string topic)
    {
        var cut = topic.Length > LongestTopic ? topic[..LongestTopic] + "…" : topic;
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : cut;
    }

    [LoggerMessage(LogLevel.Warning, "{Broker} {Topic}: {Reason} {Detail}")]
    partial void LogRefused(string broker, string topic, string reason, string detail);
}
