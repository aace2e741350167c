using DcOps.Contracts.Ledger;
using DcOps.Domain.Rules;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;

namespace DcOps.Dashboard.Pages.Compliance;

/// <summary>One line of the compliance list, as the page shows it and the export writes it.</summary>
/// <param name="Deciding">The verdict that decides by the chosen method; null when none does.</param>
/// <param name="PowerRatio">Total over IT power at this instant; null when not live. It never drives a verdict.</param>
public sealed record ListedFacility(ComplianceRow Row, Designation City, RuleVerdict? Deciding, ListedVerdict Verdict, Ratio? PowerRatio)
{
    public FacilityCompliance? Compliance => Row.Compliance;

    public static ListedFacility Of(ComplianceRow row, Designation city, RatioMethod method, Ratio? powerRatio)
    {
        var deciding = method == RatioMethod.Annual ? row.Compliance?.Deciding : CharacteristicOf(row.Compliance);
        return new(row, city, deciding, VerdictOf(row.Compliance, deciding), powerRatio);
    }

    static ListedVerdict VerdictOf(FacilityCompliance? compliance, RuleVerdict? deciding) => (compliance, deciding) switch
    {
        (null, _) => ListedVerdict.NoFigure,
        (_, { } verdict) => (ListedVerdict)verdict.Outcome,
        ({ Annual.Value: null }, null) => ListedVerdict.NoFigure,
        _ => ListedVerdict.NotApplicable,
    };

    // As for the annual ratio: of rules that apply and do not merely grade the worst, and of equals the strictest.
    static RuleVerdict? CharacteristicOf(FacilityCompliance? compliance) => compliance?.Verdicts
        .Where(verdict => verdict is
        {
            Rule: { Indicator: RuleIndicator.CharacteristicRatio, Force: RuleForce.Mandatory or RuleForce.Policy, Grade: null or 3 },
            Limit: not null,
            Outcome: not RuleOutcome.NotApplicable,
        })
        .OrderBy(verdict => verdict.Outcome).ThenBy(verdict => verdict.Limit).FirstOrDefault();
}
