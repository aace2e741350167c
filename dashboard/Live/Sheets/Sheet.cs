using System.Globalization;
using DcOps.Dashboard.Localization;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>Every live value of one page, by key, in one language: what the page is rendered from and what the stream sends.</summary>
public sealed class Sheet(Wording wording, DateTimeOffset at)
{
    readonly Dictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    public Wording Wording { get; } = wording;

    /// <summary>The instant of the snapshot.</summary>
    public DateTimeOffset At { get; } = at;

    public IReadOnlyDictionary<string, Cell> Cells => _cells;

    /// <summary>An unknown key is a value that nobody has: drawn as missing.</summary>
    public Cell this[string key] => _cells.TryGetValue(key, out var cell) ? cell : new(Wording.NoValue, null, "missing");

    public Sheet Put(string key, string text, string? raw, string state = "")
    {
        _cells[key] = new(text, raw, raw is null && text == Wording.NoValue ? "missing" : state);
        return this;
    }

    public Sheet Put(string key, Power? power, string state = "") => Put(key, Wording.Power(power), Raw(power?.Watts), state);

    public Sheet Put(string key, Energy? energy) =>
        Put(key, Wording.Energy(energy), energy?.WattHours.ToString(CultureInfo.InvariantCulture));

    public Sheet Put(string key, Ratio? ratio, int digits) => Put(key, Wording.Ratio(ratio, digits), Raw(ratio?.Value));

    public Sheet PutPercent(string key, Ratio? ratio, string state = "") =>
        Put(key, Wording.Percent(ratio), Raw(ratio?.Value), state);

    public Sheet Put(string key, Temperature? temperature) =>
        Put(key, Wording.Temperature(temperature), Raw(temperature?.Celsius));

    public Sheet Put(string key, int count) =>
        Put(key, Wording.Count(count), count.ToString(CultureInfo.InvariantCulture));

    /// <summary>An instant shown as its age; the page lets it grow between updates.</summary>
    public Sheet PutAge(string key, DateTimeOffset? observedAt)
    {
        var raw = observedAt?.ToString("O", CultureInfo.InvariantCulture);
        _cells[key] = new(Wording.Age(observedAt, At), raw, raw is null ? "missing" : "", Ages: true);
        return this;
    }

    public Sheet Put(string key, ConditionCode condition) => Put(key, Wording.Condition(condition), KebabCase.Of(condition), condition switch
    {
        ConditionCode.Critical => "critical",
        ConditionCode.Warning => "warning",
        ConditionCode.Unknown => "missing",
        _ => "",
    });

    public Sheet Put(string key, Freshness freshness) =>
        Put(key, Wording.Freshness(freshness), KebabCase.Of(freshness), freshness == Freshness.Live ? "" : "stale");

    /// <summary>Makes unknown what nobody kept: every value whose key ends so.</summary>
    public Sheet Forget(string ending)
    {
        foreach (var key in _cells.Keys.Where(key => key.EndsWith(ending, StringComparison.Ordinal)).ToList())
            _cells[key] = new(Wording.NoValue, null, "missing");
        return this;
    }

    static string? Raw(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
