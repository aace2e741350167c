using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A battery that would not last as long as the site needs to start its generators or to shut down.</summary>
public sealed class BatteryRuntimeRule : PointRule, IValidatableObject
{
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00", ErrorMessage = "must be from 00:00:10 to one day (1.00:00:00).")]
    public required TimeSpan Low { get; init; }

    /// <summary>When little time is left.</summary>
    public required TimeSpan UrgentLow { get; init; }

    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    public TimeSpan Deadband { get; init; } = TimeSpan.FromMinutes(1);

    public override string Source => "Time that the site states to need; runtime as the UPS estimates it";

    public override ImmutableArray<string> TextIds => ["alarm.battery-runtime"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.BatteryRuntime];

    protected override Dependency UsualSymptomOf => Dependency.Power;

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        var finding = Finding.Below(input.Value, Low.TotalSeconds, Deadband.TotalSeconds, isAbnormal);
        return finding.Condition == AlarmCondition.Abnormal && finding.Value < UrgentLow.TotalSeconds
            ? finding with { Priority = UrgentPriority, Limit = UrgentLow.TotalSeconds }
            : finding;
    }

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        "alarm.battery-runtime", TextArgument.OfName("device", input.Reading.Point.Device),
        TextArgument.Of("value", TimeSpan.FromSeconds(finding.Value ?? 0)), TextArgument.Of("limit", TimeSpan.FromSeconds(finding.Limit ?? 0)));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UrgentLow >= Low)
            yield return new ValidationResult("must be below 'low'.", [nameof(UrgentLow)]);
    }
}
