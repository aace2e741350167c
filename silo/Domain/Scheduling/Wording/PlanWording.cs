using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DcOps.Domain.Configuration;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Reasons;

namespace DcOps.Domain.Scheduling.Wording;

/// <summary>
/// Reasons of a plan in words, one language a wording. A placeholder is the number of an argument and how it is written: <c>{0}</c> as
/// it is, <c>{0:count}</c>, <c>{0:cny}</c>, <c>{0:rate}</c> of a kWh, <c>{0:kw}</c>, <c>{0:slot}</c> a time of the plan, <c>{0:slots}</c> a duration.
/// </summary>
public sealed class PlanWording
{
    static readonly FrozenDictionary<string, PlanWords> Shipped =
        JsonSerializer.Deserialize<Dictionary<string, PlanWords>>(ShippedText.Of("schedule-texts.json"), ConfigurationDocument.Strict)!
            .ToFrozenDictionary(StringComparer.Ordinal);

    readonly Func<PlanWords, string> _language;
    readonly PlanningInput _input;

    PlanWording(Func<PlanWords, string> language, PlanningInput input) => (_language, _input) = (language, input);

    /// <summary>Ids of all texts, by name.</summary>
    public static IEnumerable<string> TextIds => Shipped.Keys.Order(StringComparer.Ordinal);

    /// <param name="input">Whose start and step make times of slots.</param>
    public static PlanWording Chinese(PlanningInput input) => new(words => words.Zh, input);

    public static PlanWording English(PlanningInput input) => new(words => words.En, input);

    /// <summary>The sentence. A reason without a wording is shown as it is, with its arguments: nothing is hidden.</summary>
    public string Of(ReasonText reason)
    {
        if (!Shipped.TryGetValue(reason.Id, out var words))
            return $"{reason.Id} {string.Join(", ", reason.Arguments.Select(argument => Written(argument, "")))}";

        var pattern = _language(words);
        var text = new StringBuilder(pattern.Length + 40);
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0)
            {
                text.Append(pattern, at, pattern.Length - at);
                break;
            }

            var close = pattern.IndexOf('}', open);
            var parts = pattern[(open + 1)..close].Split(':');
            text.Append(pattern, at, open - at)
                .Append(Written(reason.Arguments[int.Parse(parts[0], CultureInfo.InvariantCulture)], parts.Length > 1 ? parts[1] : ""));
            at = close + 1;
        }

        return text.ToString();
    }

    string Written(object argument, string form) => form switch
    {
        "slot" => (_input.StartsAt + (_input.Step * Number(argument))).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
        "slots" => Duration(_input.Step * Number(argument)),
        "cny" => string.Create(CultureInfo.InvariantCulture, $"¥{Number(argument):0.00}"),
        "rate" => string.Create(CultureInfo.InvariantCulture, $"¥{Number(argument):0.000}"),
        "kw" => string.Create(CultureInfo.InvariantCulture, $"{Number(argument):0.#} kW"),
        "count" => Number(argument).ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "",
    };

    static double Number(object argument) => Convert.ToDouble(argument, CultureInfo.InvariantCulture);

    static string Duration(TimeSpan duration) => duration.TotalHours < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours:0.##} h");
}
