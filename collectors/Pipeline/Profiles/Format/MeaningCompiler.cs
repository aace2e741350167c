using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Quantity, unit, scale, states, limits and register of an entry or of one of its kinds.</summary>
sealed class MeaningCompiler(Refusals refusals, IReadOnlyDictionary<Quantity, ValueRange> familyLimits)
{
    /// <summary>Null when it was refused.</summary>
    public Meaning? Compile(MeaningDraft draft, UnitByEntry? unitBy)
    {
        if (draft.Quantity is Quantity.None or Quantity.Uptime)
        {
            refusals.Refuse($"{draft.Path}.quantity", $"'{KebabCase.Of(draft.Quantity)}' is not for profiles.");
            return null;
        }

        var possible = QuantityTraits.Of(draft.Quantity).Possible;
        var limits = refusals.Range(draft.Limits, $"{draft.Path}.limits")
            ?? (familyLimits.TryGetValue(draft.Quantity, out var family) ? family : possible);
        var (part, rowPart) = PartOf(draft);
        var meaning = new Meaning(draft.Quantity, limits) { Part = part, RowPart = rowPart };
        return draft.Quantity == Quantity.Condition
            ? Condition(draft, unitBy, meaning)
            : Measured(draft, unitBy, meaning);
    }

    Meaning? Condition(MeaningDraft draft, UnitByEntry? unitBy, Meaning meaning)
    {
        if (draft.Unit is not null || unitBy is not null || draft.Scale != 1)
            refusals.Refuse($"{draft.Path}.unit", "a condition is a code: it has neither unit nor scale.");
        if (draft.Register is not null)
            refusals.Refuse($"{draft.Path}.register", "a condition is no register.");
        if (draft.States is null)
            refusals.Refuse($"{draft.Path}.states", "is missing; a condition needs to know what each raw code means.");
        return draft.States is { } states && refusals.States(states, $"{draft.Path}.states") is { } codes
            ? meaning with { States = codes, AreFlags = draft.Flags }
            : null;
    }

    Meaning? Measured(MeaningDraft draft, UnitByEntry? unitBy, Meaning meaning)
    {
        if (draft.States is not null || draft.Flags)
            refusals.Refuse($"{draft.Path}.states", "only a condition has states.");
        if (draft.Scale == 0 || !double.IsFinite(draft.Scale))
            refusals.Refuse($"{draft.Path}.scale", "must be a finite number other than 0.");
        if (draft.Quantity == Quantity.ActiveEnergy && draft.Register is null)
            refusals.Refuse($"{draft.Path}.register", "is missing; an energy register must say how it wraps: write {} when it never does.");
        if (draft.Quantity != Quantity.ActiveEnergy && draft.Register is not null)
            refusals.Refuse($"{draft.Path}.register", "only active-energy is a register.");

        meaning = meaning with
        {
            Register = draft.Register is { } register ? new(register.Modulus, register.Step, register.Volatile, register.Rating) : null,
        };
        return unitBy is null ? Fixed(draft, meaning) : Chosen(draft, unitBy, meaning);
    }

    Meaning? Fixed(MeaningDraft draft, Meaning meaning)
    {
        if (draft.Unit is not { } symbol)
        {
            refusals.Refuse($"{draft.Path}.unit", $"is missing; {Known(draft.Quantity)}.");
            return null;
        }

        if (UnitOfMeasure.TryGet(symbol, draft.Quantity, out var unit))
            return meaning with { Scale = new(symbol, draft.Scale, Scale.Of(draft.Scale, unit)) };

        refusals.Refuse($"{draft.Path}.unit", $"'{symbol}' cannot be the unit of {KebabCase.Of(draft.Quantity)}; {Known(draft.Quantity)}.");
        return null;
    }

    Meaning? Chosen(MeaningDraft draft, UnitByEntry unitBy, Meaning meaning)
    {
        var silent = draft.Unit is null ? meaning : Fixed(draft, meaning);
        var symbols = refusals.Codes<UnitScale>(unitBy.Units, $"{draft.OwnerPath}.unitBy.units", (symbol, at) =>
        {
            if (UnitOfMeasure.TryGet(symbol, draft.Quantity, out var unit))
                return (true, new(symbol, draft.Scale, Scale.Of(draft.Scale, unit)));

            // Units of other quantities are not wrong here: one enumeration serves every kind of a table.
            if (!UnitOfMeasure.IsKnown(symbol))
                refusals.Refuse(at, $"'{symbol}' is no unit.");
            return (false, null);
        });
        if (symbols is not null)
            return silent is null ? null : silent with { ScaleByUnit = symbols };

        refusals.Refuse($"{draft.OwnerPath}.unitBy.units", $"none is a unit of {KebabCase.Of(draft.Quantity)}; {Known(draft.Quantity)}.");
        return null;
    }

    (PartRef? Part, PartKind? RowPart) PartOf(MeaningDraft draft)
    {
        if (draft.Part is not { } text)
            return (null, null);

        if (PartRef.TryParse(text, out var part))
            return (part, null);

        if (KebabCase.TryParse<PartKind>(text, out var kind))
            return (null, kind);

        refusals.Refuse($"{draft.Path}.part", $"'{text}' is no part: write total, kind and number as in phase-1, or the kind alone.");
        return (null, null);
    }

    static string Known(Quantity quantity) => $"known are {string.Join(", ", UnitOfMeasure.SymbolsOf(quantity))}";
}
