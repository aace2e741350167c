using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Wording;

/// <summary>
/// Alarm texts in words, for readers whom no page serves: notices, logs, exports. One language a wording.
/// </summary>
public sealed class AlarmWording
{
    readonly FrozenDictionary<string, string> _texts;
    readonly FrozenDictionary<string, string> _terms;
    readonly TimeZoneInfo _zone;

    AlarmWording(WordingDocument document, Func<WordingEntry, string> language, TimeZoneInfo zone)
    {
        _texts = document.Texts.ToFrozenDictionary(entry => entry.Key, entry => language(entry.Value), StringComparer.Ordinal);
        _terms = document.Terms.ToFrozenDictionary(entry => entry.Key, entry => language(entry.Value), StringComparer.Ordinal);
        _zone = zone;
    }

    /// <summary>Ids of all texts, by order of their names.</summary>
    public IEnumerable<string> TextIds => _texts.Keys.Order(StringComparer.Ordinal);

    public static AlarmWording Chinese(TimeZoneInfo zone) => new(WordingDocument.Shipped, entry => entry.Zh, zone);

    public static AlarmWording English(TimeZoneInfo zone) => new(WordingDocument.Shipped, entry => entry.En, zone);

    /// <summary>The sentence. An id without a wording is shown as it is, with its arguments: nothing is hidden.</summary>
    public string Of(AlarmText text)
    {
        if (!_texts.TryGetValue(text.Id, out var pattern))
            return $"{text.Id} {string.Join(", ", text.Arguments.Select(argument => $"{argument.Name}={Of(argument)}"))}";

        var words = new StringBuilder(pattern);
        foreach (var argument in text.Arguments)
            words.Replace($"{{{argument.Name}}}", Of(argument));
        return words.ToString();
    }

    /// <summary>Names between braces of a text, in its order; empty when there is no such text.</summary>
    public IEnumerable<string> PlaceholdersOf(string id)
    {
        var pattern = _texts.GetValueOrDefault(id) ?? "";
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', open + 1))
            yield return pattern[(open + 1)..pattern.IndexOf('}', open)];
    }

    string Of(in TextArgument argument) => argument switch
    {
        { Kind: ArgumentKind.Name } => argument.Text ?? "",
        { Kind: ArgumentKind.Term } => _terms.GetValueOrDefault(argument.Text ?? "") ?? TermOf(argument.Text ?? ""),
        { Value: null } => "–",
        { Kind: ArgumentKind.Share } => Number(argument.Value.Value * 100) + " %",
        { Kind: ArgumentKind.Duration } => Duration(TimeSpan.FromSeconds(argument.Value.Value)),
        { Kind: ArgumentKind.Instant } => TimeZoneInfo
            .ConvertTime(DateTimeOffset.FromUnixTimeSeconds((long)argument.Value.Value), _zone)
            .ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        { Kind: ArgumentKind.Energy } => Number(argument.Value.Value / 1_000) + " kWh",
        { Kind: ArgumentKind.Measured } => Measured(argument.Quantity, argument.Value.Value),
        _ => Number(argument.Value.Value),
    };

    // A quantity's own name is legible in any language; a page words it by its own tables.
    static string TermOf(string term) => term[(term.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace('-', ' ');

    static string Measured(Quantity quantity, double value) => quantity switch
    {
        Quantity.ActivePower => Number(value / 1_000) + " kW",
        Quantity.ApparentPower => Number(value / 1_000) + " kVA",
        Quantity.Voltage => Number(value) + " V",
        Quantity.Current => Number(value) + " A",
        Quantity.Frequency => Number(value) + " Hz",
        Quantity.InletTemperature or Quantity.Temperature or Quantity.DewPoint or Quantity.SupplyTemperature
            or Quantity.ReturnTemperature => Number(value) + " °C",
        Quantity.Humidity or Quantity.LoadRatio or Quantity.BatteryCharge or Quantity.BatteryHealth => Number(value * 100) + " %",
        Quantity.Pressure or Quantity.DifferentialPressure => Number(value) + " Pa",
        _ => Number(value),
    };

    static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    static string Duration(TimeSpan duration) => duration.Duration() switch
    {
        { TotalSeconds: < 10 } => Number(Math.Round(duration.TotalSeconds, 1)) + " s",
        { TotalSeconds: < 120 } => Number(Math.Round(duration.TotalSeconds)) + " s",
        { TotalMinutes: < 120 } => Number(Math.Round(duration.TotalMinutes, 1)) + " min",
        { TotalHours: < 48 } => Number(Math.Round(duration.TotalHours, 1)) + " h",
        _ => Number(Math.Round(duration.TotalDays, 1)) + " d",
    };
}
