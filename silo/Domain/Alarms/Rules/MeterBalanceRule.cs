using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A meter and the meters below it that do not add up: a wrong ratio, a wrong boundary, or a meter nobody declared.</summary>
public sealed class MeterBalanceRule : AlarmRuleOf<BalancedEnergy>
{
    /// <summary>Residue over the parent's energy, in either direction.</summary>
    [Range(0.001, 0.5)]
    public double Tolerance { get; init; } = 0.02;

    [Range(0.0, 0.1)]
    public double Deadband { get; init; } = 0.002;

    public override string Source => "Consistency of GB/T 36344 (vector D04): tolerance 2 %";

    public override ImmutableArray<string> TextIds => ["alarm.meter-balance"];

    public override Finding Judge(in BalancedEnergy input, bool isAbnormal)
    {
        if (input is not { Parent: { } parent, Children: { } children } || parent <= Energy.Zero)
            return Finding.Missing;

        var residue = (double)(parent - children).WattHours / parent.WattHours;
        return Finding.Above(Math.Abs(residue), Tolerance, Deadband, isAbnormal) with { Value = residue };
    }

    public override AlarmText Explain(in BalancedEnergy input, in Finding finding) => AlarmText.Of(
        "alarm.meter-balance", TextArgument.OfName("meter", input.Meter), TextArgument.OfEnergy("parent", input.Parent?.WattHours),
        TextArgument.OfEnergy("children", input.Children?.WattHours), TextArgument.OfShare("residue", finding.Value),
        TextArgument.OfShare("limit", Tolerance));
}
