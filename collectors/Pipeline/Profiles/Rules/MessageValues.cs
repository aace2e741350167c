using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>The values of one message by address, and behind them what earlier messages said of scales and units.</summary>
sealed class MessageValues(Dictionary<string, RawValue> remembered)
{
    readonly Dictionary<string, RawValue> _current = new(StringComparer.Ordinal);

    public void Take(DeviceMessage message)
    {
        _current.Clear();
        foreach (var value in message.Values)
            _current[value.Address] = value;
    }

    public RawValue? At(string address) =>
        _current.TryGetValue(address, out var value) || remembered.TryGetValue(address, out value) ? value : null;

    /// <summary>Null when there is no such value or it is no number.</summary>
    public double? NumberAt(string address) =>
        At(address) is { Kind: RawKind.Number } value ? value.Number : null;
}
