using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A rack, room or facility that uses little of what it was granted: capacity that others could have.</summary>
public sealed class LowUtilisationRule : AlarmRuleOf<UsedCapacity>
{
    /// <summary>Mean power over granted power.</summary>
    [Range(0.01, 1.0)]
    public required double Share { get; init; }

    [Range(0.0, 0.5)]
    public double Deadband { get; init; } = 0.02;

    public override string Source => "Load rate of IT equipment: mean power over granted power";

    public override ImmutableArray<string> TextIds => ["alarm.low-utilisation"];

    public override Finding Judge(in UsedCapacity input, bool isAbnormal) =>
        input is { Used: { } used, Granted: { } granted } && granted > Power.Zero
            ? Finding.Below((used / granted).Value, Share, Deadband, isAbnormal)
            : Finding.Missing;

    public override AlarmText Explain(in UsedCapacity input, in Finding finding) => AlarmText.Of(
        "alarm.low-utilisation", TextArgument.OfName("name", input.Name), TextArgument.OfShare("share", finding.Value),
        TextArgument.OfShare("limit", Share), TextArgument.Of("over", input.Over),
        TextArgument.Of("used", Telemetry.Quantity.ActivePower, input.Used?.Watts),
        TextArgument.Of("granted", Telemetry.Quantity.ActivePower, input.Granted?.Watts));
}
