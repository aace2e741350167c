using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Units;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Granted capacity less its measured peak, when little of it is left; the narrowest resource is named.</summary>
public sealed class HeadroomRule : AlarmRuleOf<UsedCapacity>
{
    /// <summary>Headroom over the capacity.</summary>
    [Range(0.0, 1.0)]
    public required double Share { get; init; }

    [Range(0.0, 0.5)]
    public double Deadband { get; init; } = 0.01;

    /// <summary>When the peak is above the capacity.</summary>
    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    public override string Source => "Capacity by measured peak, not by nameplates";

    public override ImmutableArray<string> TextIds => ["alarm.headroom"];

    public override Finding Judge(in UsedCapacity input, bool isAbnormal)
    {
        if (input is not { Used: { } peak, Granted: { } capacity } || capacity <= Power.Zero)
            return Finding.Missing;

        var finding = Finding.Below((1 - (peak / capacity).Value), Share, Deadband, isAbnormal);
        return finding.Value < 0 ? finding with { Priority = UrgentPriority } : finding;
    }

    public override AlarmText Explain(in UsedCapacity input, in Finding finding) => AlarmText.Of(
        "alarm.headroom", TextArgument.OfName("name", input.Name), TextArgument.OfName("resource", input.LimitedBy),
        TextArgument.OfShare("share", finding.Value), TextArgument.OfShare("limit", Share),
        TextArgument.Of("peak", Quantity.ActivePower, input.Used?.Watts),
        TextArgument.Of("capacity", Quantity.ActivePower, input.Granted?.Watts));
}
