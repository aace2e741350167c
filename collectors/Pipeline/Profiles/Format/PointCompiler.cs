using System.Collections.Frozen;
using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>One entry of a profile's file to one rule.</summary>
sealed class PointCompiler(Refusals refusals, MeaningCompiler meanings)
{
    int _order;

    /// <summary>Null when it was refused.</summary>
    public PointRule? Compile(PointEntry entry, string path, TableRule? table, IndexNames names)
    {
        refusals.CheckAddress(entry.Address, $"{path}.address");
        var kinds = Kinds(entry, path);
        var single = entry.Kinds is null ? Single(entry, path) : null;
        var kindObject = KindObject(entry, path, names);
        CheckText(entry, path);
        if (kinds is null && single is null)
            return null;

        return new()
        {
            Order = _order++,
            Object = entry.Object,
            Address = entry.Address,
            Cadence = entry.Cadence,
            Table = table,
            Part = PartOf(entry, path, table),
            Offset = entry.Offset + (table?.Offset ?? 0),
            Absence = new([.. entry.Absent], entry.AbsentBelow, entry.AbsentAbove),
            Valid = Validity(entry, path, names),
            Scales = Scales(entry, path, names),
            Unit = entry.UnitBy is { } unitBy ? refusals.Related(unitBy.Address, unitBy.Index, names, $"{path}.unitBy") : null,
            KindPosition = entry.KindBy?.Component is { } component ? names.Position(component) : null,
            KindObject = kindObject,
            Kinds = kinds,
            Single = single,
            Text = entry.Text,
            DateFormats = [.. entry.DateFormats],
        };
    }

    Meaning? Single(PointEntry entry, string path)
    {
        if (entry.KindBy is not null)
            refusals.Refuse($"{path}.kinds", "is missing; kindBy says where the code is, kinds what each means.");
        if (entry.Quantity is { } quantity)
        {
            return meanings.Compile(
                new(quantity, entry.Unit, entry.Scale, null, entry.States, entry.Limits, entry.Register, path, path), entry.UnitBy);
        }

        refusals.Refuse($"{path}.quantity", "is missing; or kindBy and kinds, when the device says it row by row.");
        return null;
    }

    FrozenDictionary<double, Meaning>? Kinds(PointEntry entry, string path)
    {
        if (entry.Kinds is not { } kinds)
            return null;

        if (entry.KindBy is null)
            refusals.Refuse($"{path}.kindBy", "is missing; kinds needs to know where the code is.");
        if (entry.Quantity is not null)
            refusals.Refuse($"{path}.quantity", "must be absent: the kinds have their own.");

        var compiled = new Dictionary<double, Meaning>();
        foreach (var (code, kind) in kinds)
        {
            var at = $"{path}.kinds.{code}";
            if (!double.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                refusals.Refuse(at, $"'{code}' is not a raw code: a whole number in quotes.");
            else if (meanings.Compile(Draft(entry, kind, at, path), kind.Quantity == Quantity.Condition ? null : entry.UnitBy) is { } meaning)
                compiled[number] = meaning;
        }

        return compiled.Count > 0 ? compiled.ToFrozenDictionary() : null;
    }

    static MeaningDraft Draft(PointEntry entry, KindEntry kind, string at, string path) => new(
        kind.Quantity,
        kind.Unit ?? entry.Unit,
        kind.Scale ?? (kind.Quantity == Quantity.Condition ? 1 : entry.Scale),
        kind.Part,
        kind.States ?? (kind.Quantity == Quantity.Condition ? entry.States : null),
        kind.Limits ?? entry.Limits,
        kind.Register,
        at,
        path);

    RelatedObject? KindObject(PointEntry entry, string path, IndexNames names)
    {
        if (entry.KindBy is not { } kindBy)
            return null;

        if (kindBy.Component is { } component && kindBy.Address is null)
        {
            if (names.Position(component) is null)
                refusals.Refuse($"{path}.kindBy.component", names.Unknown(component));
            return null;
        }

        if (kindBy.Component is null && kindBy.Address is { } address)
            return refusals.Related(address, kindBy.Index, names, $"{path}.kindBy");

        refusals.Refuse($"{path}.kindBy", "needs either a component of the index, or the address of an object.");
        return null;
    }

    void CheckText(PointEntry entry, string path)
    {
        if (entry.Text == TextForm.Date && entry.DateFormats.Length == 0)
            refusals.Refuse($"{path}.dateFormats", "is missing; a text date needs its form, as in MM/dd/yyyy HH:mm:ss.");
        if (entry.Text == TextForm.Date && entry.Quantity != Quantity.RegisterResetAt)
            refusals.Refuse($"{path}.text", "only register-reset-at is a date.");
    }

    PartRef PartOf(PointEntry entry, string path, TableRule? table)
    {
        if (table is not null)
        {
            if (entry.Part is null)
                return new(table.Part, 0);

            if (KebabCase.TryParse<PartKind>(entry.Part, out var kind))
                return new(kind, 0);

            refusals.Refuse($"{path}.part", $"'{entry.Part}' is no kind of part; a column's number comes from the index.");
            return default;
        }

        if (entry.Part is null || PartRef.TryParse(entry.Part, out _))
            return entry.Part is null || !PartRef.TryParse(entry.Part, out var part) ? PartRef.Total : part;

        refusals.Refuse($"{path}.part", $"'{entry.Part}' is no part: write total, or kind and number as in battery-1.");
        return default;
    }

    ImmutableArray<ValidityRule> Validity(PointEntry entry, string path, IndexNames names)
    {
        var rules = ImmutableArray.CreateBuilder<ValidityRule>();
        for (var place = 0; place < entry.Valid.Length; place++)
        {
            var condition = entry.Valid[place];
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.valid[{place}]");
            if (condition.Is is null == condition.IsNot is null)
                refusals.Refuse(at, "needs either is or isNot.");
            if (refusals.Related(condition.Address, condition.Index, names, at) is { } related)
                rules.Add(new(related, [.. condition.Is ?? condition.IsNot ?? []], condition.IsNot is not null));
        }

        return rules.DrainToImmutable();
    }

    ImmutableArray<ScaleRule> Scales(PointEntry entry, string path, IndexNames names)
    {
        var rules = ImmutableArray.CreateBuilder<ScaleRule>();
        for (var place = 0; place < entry.ScaleBy.Length; place++)
        {
            var scale = entry.ScaleBy[place];
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.scaleBy[{place}]");
            if (refusals.Related(scale.Address, scale.Index, names, at) is { } related)
                rules.Add(new(related, scale.As));
        }

        return rules.DrainToImmutable();
    }
}
