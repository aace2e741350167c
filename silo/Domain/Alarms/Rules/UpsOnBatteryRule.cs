using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A UPS that lives on its battery.</summary>
public sealed class UpsOnBatteryRule : PointRule
{
    public override string Source => "RFC 1628 upsSecondsOnBattery: above zero on battery";

    public override ImmutableArray<string> TextIds => ["alarm.ups-on-battery"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.SecondsOnBattery];

    protected override Dependency UsualSymptomOf => Dependency.Power;

    public override Finding Judge(in PointView input, bool isAbnormal) =>
        input.Value is { } seconds ? Finding.Of(seconds > 0, seconds) : Finding.Missing;

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        "alarm.ups-on-battery", TextArgument.OfName("device", input.Reading.Point.Device),
        TextArgument.Of("since", TimeSpan.FromSeconds(finding.Value ?? 0)));
}
