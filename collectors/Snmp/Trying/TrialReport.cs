using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Snmp.Trying;

/// <summary>A trial as lines of text: what the device said, and beside it what the profile makes of it.</summary>
public static class TrialReport
{
    const int LongestRaw = 24;

    public static IEnumerable<string> Of(TrialOutcome.Read trial)
    {
        yield return $"{trial.Profile.Name}: {trial.Profile.Title}";
        yield return $"written from {trial.Profile.Source}";
        yield return $"known by {trial.By}";
        yield return "";
        yield return Row("object", "address", "raw", "scale", "unit", "point", "reading", "");
        foreach (var one in trial.Objects)
        {
            yield return Row(
                one.Object, one.Raw.Address, Raw(one.Raw), one.Scale?.ToString(CultureInfo.InvariantCulture) ?? "", one.Unit ?? "",
                one.Point.ToString().Split('/', 2)[1], Reading(one), one.Quality == ReadingQuality.Good ? "" : KebabCase.Of(one.Quality));
        }

        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{trial.Objects.Length} objects read, {trial.Objects.Count(one => one.Value is null)} of them not available");
        foreach (var fault in trial.Faults)
            yield return $"not told: {fault}";
    }

    static string Raw(RawValue raw)
    {
        var text = raw.Text is { } said ? $"'{said}'" : raw.Number.ToString(CultureInfo.InvariantCulture);
        return text.Length > LongestRaw ? text[..(LongestRaw - 1)] + "…" : text;
    }

    static string Reading(Interpretation one)
    {
        if (one.Value is not { } value)
            return "not available";
        if (one.Point.Quantity == Quantity.Condition)
            return KebabCase.Of((ConditionCode)value);

        var unit = UnitOfMeasure.SymbolsOf(one.Point.Quantity).First();
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.######} {(unit == "1" ? "" : unit)}").TrimEnd();
    }

    static string Row(string name, string address, string raw, string scale, string unit, string point, string reading, string quality) =>
        $"{name,-40} {address,-44} {raw,24} {scale,8} {unit,-5} {point,-36} {reading,-20} {quality}".TrimEnd();
}
