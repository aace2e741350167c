using System.Globalization;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.Extensions.Localization;

namespace DcOps.Dashboard.Localization;

/// <summary>Everything that turns a value into text, in one language. The one formatting path of pages and live updates.</summary>
public sealed class Wording(IStringLocalizer<Strings> strings, CultureInfo culture)
{
    /// <summary>Stands where a value is not known; never zero.</summary>
    public const string NoValue = "◌";

    internal static readonly TimeSpan BusinessOffset = TimeSpan.FromHours(8);

    public CultureInfo Culture { get; } = culture;

    public bool IsChinese => Culture.TwoLetterISOLanguageName == "zh";

    /// <summary>Text of a key; a missing key is a fault of ours and says so in tests.</summary>
    public string this[string key] => strings[key].Value;

    public string this[string key, params object[] values] => string.Format(Culture, strings[key].Value, values);

    public string Name(Designation name) => IsChinese ? name.Chinese : name.English;

    public string Power(Power? power) => power switch
    {
        null => NoValue,
        { Watts: var watts } when Math.Abs(watts) >= 1e6 => $"{Number(watts / 1e6, 2)} MW",
        { Watts: var watts } when Math.Abs(watts) >= 1e3 => $"{Number(watts / 1e3, Math.Abs(watts) >= 1e5 ? 1 : 2)} kW",
        { Watts: var watts } => $"{Number(watts, 0)} W",
    };

    public string Energy(Energy? energy) => energy switch
    {
        null => NoValue,
        { WattHours: var wh } when Math.Abs(wh) >= 1_000_000_000 => $"{Number(wh / 1e6, 1)} MWh",
        { WattHours: var wh } => $"{Number(wh / 1e3, Math.Abs(wh) >= 1_000_000 ? 1 : 3)} kWh",
    };

    public string Ratio(Ratio? ratio, int digits) => ratio is { } known ? Number(known.Value, digits) : NoValue;

    /// <summary>To a tenth; what is little more than nothing or little less than all is never printed as nothing or all.</summary>
    public string Percent(Ratio? ratio) => ratio?.Percent switch
    {
        null => NoValue,
        > 0 and < 0.05 => $"< {Number(0.1, 1)} %",
        >= 99.95 and < 100 => $"> {Number(99.9, 1)} %",
        { } percent => $"{Number(percent, 1)} %",
    };

    public string Temperature(Temperature? temperature) =>
        temperature is { } known ? $"{Number(known.Celsius, 1)} ℃" : NoValue;

    public string Count(long count) => count.ToString("N0", Culture);

    /// <summary>Seconds to a tenth, with no minus before a zero.</summary>
    public string Seconds(TimeSpan duration) => $"{Number(Math.Round(duration.TotalSeconds, 1) + 0.0, 1)} s";

    public string Milliseconds(TimeSpan duration) => $"{Number(duration.TotalMilliseconds, 1)} ms";

    /// <summary>Clock time in Beijing, to the second.</summary>
    public static string Clock(DateTimeOffset? at) =>
        at?.ToOffset(BusinessOffset).ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? NoValue;

    /// <summary>Date and clock time in Beijing, to the minute.</summary>
    public static string Moment(DateTimeOffset at) =>
        at.ToOffset(BusinessOffset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago, in the largest unit that says enough.</summary>
    public string Age(DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is not { } known)
            return this["Age.Never"];

        var age = now > known ? now - known : TimeSpan.Zero;
        return age switch
        {
            { TotalSeconds: < 100 } => this["Age.Seconds", (int)age.TotalSeconds],
            { TotalMinutes: < 100 } => this["Age.Minutes", (int)age.TotalMinutes],
            { TotalHours: < 48 } => this["Age.Hours", (int)age.TotalHours],
            _ => this["Age.Days", (int)age.TotalDays],
        };
    }

    public string Freshness(Freshness freshness) => this[$"Freshness.{freshness}"];

    public string Condition(ConditionCode condition) => this[$"Condition.{condition}"];

    public string Quality(ReadingQuality quality) => this[$"Quality.{quality}"];

    /// <summary>Value of a reading with its unit; conditions as words.</summary>
    public string Value(Reading reading) => reading switch
    {
        { Value: null } => NoValue,
        { Point.Quantity: Quantity.Condition, Value: var code } => Condition((ConditionCode)(byte)code),
        { Value: { } value } => QuantityText.Of(reading.Point.Quantity, value, this),
    };

    public string Number(double value, int digits) => value.ToString($"N{digits}", Culture);
}
