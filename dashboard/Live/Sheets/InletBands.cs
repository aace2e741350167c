using DcOps.Domain.Alarms.Rules;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Live.Sheets;

/// <summary>How an inlet temperature is drawn: by the limits of the rule that raises its alarms, so that picture and alarm agree.</summary>
/// <param name="Rule">Null where no rule of inlets is in force; then nothing is drawn as abnormal.</param>
public sealed record InletBands(InletTemperatureRule? Rule)
{
    /// <summary>The first rule of inlets of a book.</summary>
    public static InletBands Of(AlarmRuleBook rules) => new(rules.Of<InletTemperatureRule>().FirstOrDefault());

    /// <summary>As <see cref="Cell.State"/>; a null temperature is missing.</summary>
    public string StateOf(Temperature? inlet) => (inlet?.Celsius, Rule) switch
    {
        (null, _) => "missing",
        (_, null) => "",
        ({ } celsius, { } rule) when celsius > rule.Allowable.High => "critical",
        ({ } celsius, { } rule) when celsius > rule.Recommended.High => "warm",
        ({ } celsius, { } rule) when celsius < rule.Recommended.Low => "cold",
        _ => "",
    };
}
