using System.Globalization;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>What a device says of itself or of one of its parts: a tripped breaker, a stopped cooling unit, a failed fan.</summary>
public sealed class ConditionRule : PointRule
{
    /// <summary>Kinds of part; the device as a whole is <c>total</c>. Every one when left out, save leak detectors.</summary>
    public ImmutableArray<PartKind> Parts { get; init; } = [];

    public ImmutableArray<EquipmentClass> Classes { get; init; } = [];

    /// <summary>Where the device itself calls its condition critical.</summary>
    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    public override string Source => "The device's own condition, as its profile maps it";

    public override ImmutableArray<string> TextIds => ["alarm.condition"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.Condition];

    public override bool NeedsEquipment => !Classes.IsEmpty;

    public override bool Concerns(in PointView view) =>
        view.Reading.Point.Part != PartKind.Leak && (Parts.IsEmpty || Parts.Contains(view.Reading.Point.Part))
        && (Classes.IsEmpty || view.Equipment is { } equipment && Classes.Contains(equipment.Class));

    public override Finding Judge(in PointView input, bool isAbnormal) => CodeOf(input) switch
    {
        ConditionCode.Ok => Finding.Normal,
        ConditionCode.Warning => Finding.Of(true),
        ConditionCode.Critical => Finding.Of(true, priority: (AlarmPriority)Math.Max((byte)UrgentPriority, (byte)Priority)),
        _ => Finding.Missing,
    };

    public override AlarmText Explain(in PointView input, in Finding finding) => AlarmText.Of(
        "alarm.condition", TextArgument.OfName("point", input.Reading.Point.Part == PartKind.Total ? input.Reading.Point.Device : PartOf(input.Reading.Point)),
        TextArgument.OfTerm("condition", $"condition.{CodeOf(input)}"));

    // What is measured is the condition itself: the name of the part says it all.
    static string PartOf(PointId point) => $"{point.Device}/{KebabCase.Of(point.Part)}-{point.Index.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Unknown where the device does not say.</summary>
    internal static ConditionCode CodeOf(in PointView view) =>
        view.Value is >= 0 and <= 2 and { } code ? (ConditionCode)(byte)code : ConditionCode.Unknown;
}
