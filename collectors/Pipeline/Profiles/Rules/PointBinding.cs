using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Telemetry;

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
    public PointBinding? For(MessageValues values)
    {
        foreach (var (quirk, when, replacement) in _quirks)
        {
            if (quirk.When.Holds(values.Said(when)))
                return replacement;
        }

        return this;
    }

    /// <summary>Which member of a chain the row belongs to; null when the rule knows no members, or the device does not say.</summary>
    public int? MemberIn(MessageValues values) => _memberObject is null ? _member : Small(values.NumberAt(_memberObject));

    /// <summary>The part's number within its member; null when there is none.</summary>
    public int? NumberIn(MessageValues values) => (_numberObject is null ? _number : Small(values.NumberAt(_numberObject)) ?? _number) + Rule.Offset;

    /// <summary>Null when the row is of a kind that the profile does not name: no point at all.</summary>
    public Meaning? MeaningIn(MessageValues values)
    {
        if (Rule.Kinds is not { } kinds)
            return Rule.Single;

        return (_kindCode ?? (_kindObject is null ? null : values.Said(_kindObject))) is { } code && kinds.TryGet(code, out var meaning) ? meaning : null;
    }

    /// <summary>The raw value if it is one: no sentinel, and allowed by its neighbours.</summary>
    public bool IsAvailable(in RawValue raw, MessageValues values)
    {
        if (raw.Kind == RawKind.Number && Rule.Absence.Means(raw.Number))
            return false;

        for (var position = 0; position < _validity.Length; position++)
        {
            if (!Rule.Valid[position].Allows(values.Said(_validity[position])))
                return false;
        }

        return true;
    }

    /// <summary>Joined with its upper part and scaled by its neighbours, not yet by its unit; null when it is not available.</summary>
    public double? ScaledRaw(in RawValue raw, MessageValues values, Device device)
    {
        var number = IsAvailable(raw, values) ? Rule.NumberOf(raw, device) : null;
        if (number is { } low && _high is not null)
            number = Rule.High!.Join(low, values.NumberAt(_high));
        for (var position = 0; number is not null && position < _scales.Length; position++)
            number = Rule.Scales[position].Apply(number.Value, values.NumberAt(_scales[position]));
        return number;
    }

    /// <summary>Null when nothing says the unit, or the device does not say it.</summary>
    public RawValue? UnitCode(in RawValue raw, MessageValues values) =>
        Rule.Text == Format.TextForm.NumberAndUnit ? PointRule.UnitBehind(raw)
        : _unit is null ? null
        : values.Said(_unit);

    /// <summary>One raw count in raw units after the neighbours' scales: what a register's step and modulus are multiplied by.</summary>
    public double? CountScale(MessageValues values)
    {
        double? one = 1;
        for (var position = 0; one is not null && position < _scales.Length; position++)
            one = Rule.Scales[position].Apply(one.Value, values.NumberAt(_scales[position]));
        return one;
    }

    static int? Small(double? said) => said is >= 0 and <= ushort.MaxValue ? (int)said.Value : null;
}
