using System.Collections.Frozen;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>A <see cref="PointDefinition"/> made ready to be applied.</summary>
sealed class PointMapping
{
    readonly Scale _scale;

    // In the canonical unit.
    readonly ValueRange _possible;

    PointMapping(PointDefinition definition, PartRule part, UnitOfMeasure unit, MissingMarks missing)
    {
        Address = definition.Path;
        Quantity = definition.Quantity;
        IsSum = definition.Sum;
        Part = part;
        _scale = Scale.Of(1, unit);
        _possible = definition.Limits is [var lowest, var highest] ? new(lowest, highest) : QuantityTraits.Of(definition.Quantity).Possible;
        Missing = missing;
        ResolutionWattHours = definition.Resolution * unit.Factor;
        ModulusWattHours = definition.Modulus * unit.Factor;
        IsVolatile = definition.Volatile;
        Kind = definition.Kind;
        Unit = unit.Symbol;
        Words = definition.Words is { } words ? new(words) : null;
        States = definition.States?.ToFrozenDictionary(state => state.Key, state => (double)state.Value);
    }

    /// <summary>The path as text; in Sparkplug the metric's name.</summary>
    public string Address { get; }

    /// <summary>Null in Sparkplug.</summary>
    public JsonPath? Path { get; private init; }

    /// <summary>The path behind the member that it begins with; null in Sparkplug.</summary>
    public JsonPath? Rest { get; private init; }

    public Quantity Quantity { get; }

    public PartRule Part { get; }

    /// <summary>Of the device.</summary>
    public string Unit { get; }

    public bool IsSum { get; }

    public MissingMarks Missing { get; }

    public IReadOnlyDictionary<string, double>? States { get; }

    public bool IsRegister => Quantity == Quantity.ActiveEnergy;

    public double ResolutionWattHours { get; }

    public double? ModulusWattHours { get; }

    public bool IsVolatile { get; }

    /// <summary>Null where every topic of the mapping has the point.</summary>
    public string? Kind { get; }

    /// <summary>Null where the value stands for itself.</summary>
    public RegisterWords? Words { get; }

    /// <summary>A value that is an instant, which a device may write as text.</summary>
    public bool IsInstant => Quantity == Quantity.RegisterResetAt;

    /// <exception cref="MalformedMappingException">A key of the definition is malformed.</exception>
    public static PointMapping Of(PointDefinition definition, MappingDefinition mapping)
    {
        var isSparkplug = mapping.Format == PayloadFormat.Sparkplug;
        var path = isSparkplug ? null : Key("path", () => JsonPath.Parse(definition.Path));
        var part = Key("part", () => PartRule.Parse(definition.Part));
        if (!UnitOfMeasure.TryGet(definition.Unit, definition.Quantity, out var unit) && definition.Quantity != Quantity.Condition && mapping.DescribedBy is null)
        {
            throw Fault("unit", $"'{definition.Unit}' is not a unit of {KebabCase.Of(definition.Quantity)}; known are {string.Join(", ", UnitOfMeasure.SymbolsOf(definition.Quantity))}.");
        }

        var missing = Key("missing", () => MissingMarks.Of(mapping.Missing.Concat(definition.Missing)));
        if (part.IsEach && path?.IsMany != true)
            throw Fault("part", $"'{definition.Part}' needs a path with [*].");
        if (path?.IsMany == true && part.IsEach == definition.Sum)
            throw Fault("path", $"'{definition.Path}' leads to several values: either sum them, or give each a part such as phase-*.");
        if (definition.Quantity == Quantity.Condition && definition.States is null && mapping.DescribedBy is null)
            throw Fault("states", "a condition needs the device's words and what each means.");

        if (definition.Kind is null && mapping.DescribedBy is not null)
            throw Fault("kind", "is missing: it picks the point that a description is of.");

        if (definition.Limits is not (null or [_, _]))
            throw Fault("limits", "has the form [lowest, highest].");

        return new(definition, part, unit ?? new("1", Dimension.Condition, 1), missing) { Path = path, Rest = path?.Rest };
    }

    /// <summary>The value in the canonical unit; a fault when it cannot be.</summary>
    public MappedValue Canonical(MappedValue value)
    {
        if (value.Number is not { } number)
            return value;

        var canonical = _scale.Apply(number);
        return _possible.Contains(canonical) ? MappedValue.Of(canonical) : MappedValue.Of(ValueFault.Implausible);
    }

    static T Key<T>(string key, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException fault)
        {
            throw Fault(key, fault.Message);
        }
    }

    static MalformedMappingException Fault(string key, string reason) => new(key, reason);
}
