using System.ComponentModel.DataAnnotations;
using DcOps.Domain.PowerChain;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>A feed, phase or machine that carries more than a share of what it is rated for. Without a declared rating it says nothing.</summary>
public sealed class OverloadRule : PointRule, IValidatableObject
{
    /// <summary>Classes of equipment; every rated one when left out.</summary>
    public ImmutableArray<EquipmentClass> Classes { get; init; } = [];

    /// <summary>Share of the rating.</summary>
    [Range(0.1, 2.0)]
    public required double Share { get; init; }

    [Range(0.1, 2.0)]
    public double? UrgentShare { get; init; }

    public AlarmPriority UrgentPriority { get; init; } = AlarmPriority.Critical;

    /// <summary>Share of the rating that it must come back below.</summary>
    [Range(0.0, 0.5)]
    public double DeadbandShare { get; init; } = 0.02;

    public override string Source => "Rating of the equipment; deadband of 2 % of the rating";

    public override ImmutableArray<string> TextIds => ["alarm.overload"];

    public override ImmutableArray<Quantity> Quantities => [Quantity.Current, Quantity.ActivePower, Quantity.LoadRatio];

    public override bool NeedsEquipment => true;

    public override bool Concerns(in PointView view) =>
        view.Equipment is { } equipment && (Classes.IsEmpty || Classes.Contains(equipment.Class))
        && RatingOf(equipment, view.Reading.Point.Quantity) is not null;

    public override Finding Judge(in PointView input, bool isAbnormal)
    {
        if (input.Value is not { } value || RatingOf(input.Equipment!, input.Reading.Point.Quantity) is not { } rating)
            return Finding.Missing;

        var finding = Finding.Above(value, Share * rating, DeadbandShare * rating, isAbnormal);
        return finding.Condition == AlarmCondition.Abnormal && value > UrgentShare * rating
            ? finding with { Priority = UrgentPriority, Limit = UrgentShare * rating }
            : finding;
    }

    public override AlarmText Explain(in PointView input, in Finding finding)
    {
        var quantity = input.Reading.Point.Quantity;
        var rating = RatingOf(input.Equipment!, quantity);
        return AlarmText.Of(
            "alarm.overload", TextArgument.Of("value", quantity, finding.Value), TextArgument.Of("rating", quantity, rating),
            TextArgument.OfShare("share", finding.Value / rating), TextArgument.OfShare("limit", finding.Limit / rating));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UrgentShare <= Share)
            yield return new ValidationResult("must be above 'share'.", [nameof(UrgentShare)]);
        if (UrgentShare is not null && UrgentPriority <= Priority)
            yield return new ValidationResult("must be more urgent than 'priority'.", [nameof(UrgentPriority)]);
    }

    static double? RatingOf(Equipment equipment, Quantity quantity) => quantity switch
    {
        Quantity.Current => equipment.RatedAmperes,
        Quantity.ActivePower => equipment.RatedPower?.Watts,
        Quantity.LoadRatio => 1,
        _ => null,
    };
}
