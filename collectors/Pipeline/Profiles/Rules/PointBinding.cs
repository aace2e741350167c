using DcOps.Collectors.Pipeline.Profiles.Format;
using DcOps.Collectors.Pipeline.Profiles.Layouts;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A rule at one address: the row is known, and with it the instances of all that the value depends on.</summary>
sealed class PointBinding
{
    readonly ImmutableArray<string> _validity;
    readonly ImmutableArray<string> _scales;
    readonly ImmutableArray<(QuirkRule Quirk, string When, PointBinding? Replacement)> _quirks;
    readonly string? _high;
    readonly string? _unit;
    readonly string? _kindObject;
    readonly RawValue? _kindCode;
    readonly string? _memberObject;
    readonly string? _numberObject;
    readonly int? _member;
    readonly int? _number;

    public PointBinding(PointRule rule, RowIndex index)
    {
        Rule = rule;
        _member = rule.Table?.MemberOf(index);
        _number = rule.Table is { } table ? table.NumberOf(index) : rule.Part.Number;
        _memberObject = rule.Table?.MemberObject?.Instance(index);
        _numberObject = rule.Table?.NumberObject?.Instance(index);
        _validity = [.. rule.Valid.Select(validity => validity.Object.Instance(index))];
        _scales = [.. rule.Scales.Select(scale => scale.Object.Instance(index))];
        _high = rule.High?.Object.Instance(index);
        _unit = rule.Unit?.Instance(index);
        _kindObject = rule.KindObject?.Instance(index);
        _kindCode = rule.KindPosition is { } position && index.NumberAt(position) is { } code ? RawValue.Of("", code) : null;
        _quirks = [.. rule.Quirks.Select(quirk =>
            (quirk, quirk.When.Object.Instance(index), quirk.Replacement is { } other ? new PointBinding(other, index) : null))];
    }

    public PointRule Rule { get; }

    /// <summary>Itself, or what holds instead for the model that this device says it is; null when the object is not to be believed.</summary>
    public PointBinding? For(LayoutValues values)
    {
        foreach (var (quirk, when, replacement) in _quirks)
        {
            if (quirk.When.Holds(values.Said(when)))
                return replacement;
        }

        return this;
    }

    /// <summary>Which member of a chain the row belongs to; null when the rule knows no members, or the device does not say.</summary>
    public int? MemberIn(LayoutValues values) => _memberObject is null ? _member : Small(values.NumberAt(_memberObject));

    /// <summary>The part's number within its member; null when there is none.</summary>
    public int? NumberIn(LayoutValues values) => (_numberObject is null ? _number : Small(values.NumberAt(_numberObject)) ?? _number) + Rule.Offset;

    /// <summary>Null when the row is of a kind that the profile does not name: no point at all.</summary>
    public Meaning? MeaningIn(LayoutValues values)
    {
        if (Rule.Kinds is not { } kinds)
            return Rule.Single;

        return (_kindCode ?? (_kindObject is null ? null : values.Said(_kindObject))) is { } code && kinds.TryGet(code, out var meaning) ? meaning : null;
    }

    /// <summary>The point that was found, as far as the message's other values say it.</summary>
    public SettledPoint Settle(FoundPoint found, PartRef part, Quantity quantity, SerialRule? serial, LayoutValues values)
    {
        var steps = Steps(values);
        var meaning = found.Meaning;
        var unit = meaning.ScaleOf(meaning.ScaleByUnit is null ? null : UnitCode(found.Position, values));
        return new()
        {
            Position = found.Position,
            Rule = Rule,
            Meaning = meaning,
            Part = part,
            Quantity = quantity,
            Validity = [.. _validity.Select(values.Of)],
            High = _high is null ? null : values.Of(_high),
            Steps = steps,
            Unit = unit,
            Register = meaning.Register is { } register && unit is not null && !steps.IsDefault
                ? register.Form(unit.Canonical, steps, serial?.Instance(found.Member))
                : null,
        };
    }

    // Null when nothing says the unit, or the device does not say it.
    RawValue? UnitCode(int position, LayoutValues values) =>
        Rule.Text == TextForm.NumberAndUnit ? values.UnitBehind(position)
        : _unit is null ? null
        : values.Said(_unit);

    ImmutableArray<ScaleStep> Steps(LayoutValues values)
    {
        var steps = ImmutableArray.CreateBuilder<ScaleStep>(_scales.Length);
        for (var position = 0; position < _scales.Length; position++)
        {
            if (Rule.Scales[position].Step(values.NumberAt(_scales[position])) is not { } step)
                return default;
            steps.Add(step);
        }

        return steps.MoveToImmutable();
    }

    static int? Small(double? said) => said is >= 0 and <= ushort.MaxValue ? (int)said.Value : null;
}
