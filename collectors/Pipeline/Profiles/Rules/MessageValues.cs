using System.Globalization;
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

    /// <summary>Null when there is no such value, or one without content.</summary>
    public RawValue? Said(string address) => At(address) is { Kind: not RawKind.Absent } value ? value : null;

    /// <summary>Null when there is no such value or it is no number, written out or not.</summary>
    public double? NumberAt(string address) => At(address) switch
    {
        { Kind: RawKind.Number } value => value.Number,
        { Kind: RawKind.Text, Text: { } text }
            when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
