using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>A rule at one address: the row is known, and with it the instances of all that the value depends on.</summary>
sealed class PointBinding
{
    readonly string[] _validity;
    readonly string[] _scales;
    readonly string? _unit;
    readonly string? _kindObject;
    readonly double? _kindCode;
    readonly string? _memberObject;
    readonly string? _numberObject;
    readonly int? _member;
    readonly int _number;

    public PointBinding(PointRule rule, ReadOnlySpan<int> index, string surplus)
    {
        Rule = rule;
        _member = rule.Table?.MemberOf(index);
        _number = rule.Table is { } table ? table.NumberOf(index) : rule.Part.Number;
        _memberObject = rule.Table?.MemberObject?.Instance(index, surplus);
        _numberObject = rule.Table?.NumberObject?.Instance(index, surplus);
        _validity = Instances(rule.Valid.Select(validity => validity.Object), index, surplus);
        _scales = Instances(rule.Scales.Select(scale => scale.Object), index, surplus);
        _unit = rule.Unit?.Instance(index, surplus);
        _kindObject = rule.KindObject?.Instance(index, surplus);
        _kindCode = rule.KindPosition is { } position ? index[position] : null;
    }

    public PointRule Rule { get; }

    /// <summary>Which member of a chain the row belongs to; null when the rule knows no members, or the device does not say.</summary>
    public int? MemberIn(MessageValues values) => _memberObject is null ? _member : Small(values.NumberAt(_memberObject));

    /// <summary>The part's number within its member.</summary>
    public int NumberIn(MessageValues values) => (_numberObject is null ? _number : Small(values.NumberAt(_numberObject)) ?? _number) + Rule.Offset;

    /// <summary>Null when the row is of a kind that the profile does not name: no point at all.</summary>
    public Meaning? MeaningIn(MessageValues values)
    {
        if (Rule.Kinds is not { } kinds)
            return Rule.Single;

        return (_kindCode ?? values.NumberAt(_kindObject!)) is { } code ? kinds.GetValueOrDefault(code) : null;
    }

    /// <summary>Raw and scaled by its neighbours, not yet by its unit; null when it is not available.</summary>
    public double? ScaledRaw(RawValue raw, MessageValues values, Device device)
    {
        var number = Rule.NumberOf(raw, device);
        for (var position = 0; number is not null && position < _validity.Length; position++)
            number = Rule.Valid[position].Allows(values.NumberAt(_validity[position])) ? number : null;
        for (var position = 0; number is not null && position < _scales.Length; position++)
            number = Rule.Scales[position].Apply(number.Value, values.NumberAt(_scales[position]));
        return number;
    }

    public double? UnitCode(MessageValues values) => _unit is null ? null : values.NumberAt(_unit);

    /// <summary>One raw count in raw units after the neighbours' scales: what a register's step and modulus are multiplied by.</summary>
    public double? CountScale(MessageValues values)
    {
        double? one = 1;
        for (var position = 0; one is not null && position < _scales.Length; position++)
            one = Rule.Scales[position].Apply(one.Value, values.NumberAt(_scales[position]));
        return one;
    }

    static int? Small(double? said) => said is >= 0 and <= ushort.MaxValue ? (int)said.Value : null;

    static string[] Instances(IEnumerable<RelatedObject> objects, ReadOnlySpan<int> index, string surplus)
    {
        var instances = new List<string>();
        foreach (var related in objects)
            instances.Add(related.Instance(index, surplus));
        return [.. instances];
    }
}
