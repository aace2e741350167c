using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A device or collector whose clock is wrong: its times are not used while this stands.</summary>
public sealed class ClockFaultRule : AlarmRuleOf<ClockOffset>
{
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "must be from 00:00:01 to 01:00:00.")]
    public TimeSpan MostOffset { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Deadband { get; init; } = TimeSpan.FromSeconds(5);

    public override string Source => "Day boundaries hold to 60 s (vector U03)";

    public override ImmutableArray<string> TextIds => ["alarm.clock-fault"];

    public override Finding Judge(in ClockOffset input, bool isAbnormal)
    {
        var finding = Finding.Above(input.Offset?.Duration().TotalSeconds, MostOffset.TotalSeconds, Deadband.TotalSeconds, isAbnormal);
        return finding with { Value = input.Offset?.TotalSeconds };
    }

    public override AlarmText Explain(in ClockOffset input, in Finding finding) => AlarmText.Of(
        "alarm.clock-fault", TextArgument.OfName("name", input.Name),
        TextArgument.Of("offset", input.Offset), TextArgument.Of("limit", MostOffset));
}
