using System.Diagnostics.CodeAnalysis;

namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>Names and types that births gave: by name for the node and each device, by alias for the whole node.</summary>
sealed class MetricTable
{
    // A node that is born with ever new names must not fill our memory.
    const int MostMetrics = 100_000;
    const int MostDevices = 10_000;

    // The node itself has the empty name, which no device may have.
    readonly Dictionary<string, Dictionary<string, SparkplugMetric>> _owners = new(StringComparer.Ordinal);
    readonly Dictionary<ulong, (string Owner, string Name)> _aliases = [];
    int _count;

    /// <summary>The node itself (null) and the devices that births named.</summary>
    public IEnumerable<string?> Owners => _owners.Keys.Select(owner => owner.Length == 0 ? null : owner);

    public ImmutableArray<string> NamesOf(string? device) =>
        _owners.TryGetValue(device ?? "", out var metrics) ? [.. metrics.Keys] : [];

    public bool Knows(string? device) => _owners.ContainsKey(device ?? "");

    public void Clear()
    {
        _owners.Clear();
        _aliases.Clear();
        _count = 0;
    }

    /// <summary>A birth replaces all that the node itself, or the device, had.</summary>
    /// <returns>False when it is more than can be remembered; the surplus is left out.</returns>
    public bool TryDefine(string? device, ImmutableArray<SparkplugMetric> metrics)
    {
        Forget(device);
        if (_owners.Count >= MostDevices)
            return false;

        var owner = device ?? "";
        var table = _owners[owner] = new(StringComparer.Ordinal);
        foreach (var metric in metrics)
        {
            if (metric.Name is null)
                continue;
            if (_count >= MostMetrics)
                return false;
            if (table.TryAdd(metric.Name, metric with { Value = null, Properties = [] }))
                _count++;
            if (metric.Alias is { } alias)
                _aliases[alias] = (owner, metric.Name);
        }

        return true;
    }

    public void Forget(string? device)
    {
        if (!_owners.Remove(device ?? "", out var metrics))
            return;

        _count -= metrics.Count;
        foreach (var metric in metrics.Values)
        {
            if (metric.Alias is { } alias && _aliases.TryGetValue(alias, out var named) && named.Owner == (device ?? ""))
                _aliases.Remove(alias);
        }
    }

    /// <summary>Completes a metric with its name and type; false when no birth named it.</summary>
    public bool TryResolve(string? device, SparkplugMetric metric, [NotNullWhen(true)] out SparkplugMetric? resolved)
    {
        resolved = null;
        var name = metric.Name;
        if (name is null && metric.Alias is { } alias && _aliases.TryGetValue(alias, out var named) && named.Owner == (device ?? ""))
            name = named.Name;
        if (name is null || !_owners.TryGetValue(device ?? "", out var metrics) || !metrics.TryGetValue(name, out var born))
            return false;

        resolved = metric with { Name = name, Type = metric.Type == SparkplugType.Unknown ? born.Type : metric.Type };
        return true;
    }
}
