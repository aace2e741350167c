using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Energy that will not last to the end of its budget's period, or is used up.</summary>
public sealed class EnergyBudgetRule : AlarmRuleOf<BudgetUse>
{
    /// <summary>One a facility and year; where there is none the rule says nothing.</summary>
    public ImmutableArray<EnergyBudget> Budgets { get; init; } = [];

    /// <summary>Share of the period before which nothing is concluded.</summary>
    [Range(0.0, 1.0)]
    public double FromElapsed { get; init; } = 0.1;

    /// <summary>Expected use over the budget.</summary>
    [Range(0.5, 2.0)]
    public double Share { get; init; } = 1;

    [Range(0.0, 0.2)]
    public double Deadband { get; init; } = 0.01;

    /// <summary>When the budget is used up already.</summary>
    public AlarmPriority UsedUpPriority { get; init; } = AlarmPriority.Major;

    public override string Source => "Budget as stated; the rest of the period is expected to go on as it went";

    public override ImmutableArray<string> TextIds => ["alarm.energy-budget", "alarm.energy-budget-used-up"];

    public override Finding Judge(in BudgetUse input, bool isAbnormal)
    {
        if (input is not { Used: { } used, Budget: { } budget } || budget <= Energy.Zero || input.ElapsedShare <= 0)
            return Finding.Missing;
        if (used > budget)
        {
            return Finding.Of(
                true, (used / budget).Value, 1, (AlarmPriority)Math.Max((byte)UsedUpPriority, (byte)Priority));
        }

        return input.ElapsedShare < FromElapsed
            ? Finding.Normal
            : Finding.Above((used / budget).Value / input.ElapsedShare, Share, Deadband, isAbnormal);
    }

    public override AlarmText Explain(in BudgetUse input, in Finding finding) => AlarmText.Of(
        input.Used > input.Budget ? TextIds[1] : TextIds[0], TextArgument.OfName("name", input.Name),
        TextArgument.OfEnergy("used", input.Used?.WattHours), TextArgument.OfEnergy("budget", input.Budget?.WattHours),
        TextArgument.OfShare("elapsed", input.ElapsedShare), TextArgument.OfShare("expected", finding.Value));
}
