using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>One entry of a profile's file to one rule.</summary>
sealed class PointCompiler(Refusals refusals, MeaningCompiler meanings, QuirkEntry[] quirks)
{
    readonly HashSet<string> _quirky = new(StringComparer.Ordinal);
    int _order;

    /// <summary>Null when it was refused.</summary>
    public PointRule? Compile(PointEntry entry, string path, TableRule? table, IndexNames names) =>
        Rule(entry, path, table, names) is { } rule ? rule with { Quirks = Quirks(entry, rule, table, names) } : null;

    /// <summary>Refuses quirks of objects that the profile does not have.</summary>
    public void CheckQuirks()
    {
        for (var place = 0; place < quirks.Length; place++)
        {
            foreach (var address in quirks[place].Addresses.Where(address => !_quirky.Contains(address)))
                refusals.Refuse(string.Create(CultureInfo.InvariantCulture, $"quirks[{place}].addresses"), $"{address} is no object of this profile.");
        }
    }

    ImmutableArray<QuirkRule> Quirks(PointEntry entry, PointRule rule, TableRule? table, IndexNames names)
    {
        var rules = ImmutableArray.CreateBuilder<QuirkRule>();
        for (var place = 0; place < quirks.Length; place++)
        {
            var quirk = quirks[place];
            if (!quirk.Addresses.Contains(entry.Address, StringComparer.Ordinal))
                continue;

            _quirky.Add(entry.Address);
            var path = string.Create(CultureInfo.InvariantCulture, $"quirks[{place}]");
            // A model is said by the device as a whole, so the address is complete even for a table's column.
            var when = Condition(quirk.When, $"{path}.when", new(quirk.When.Index is null ? [] : ["row"]));
            var replacement = quirk.Ignore ? null : Rule(entry.With(quirk), path, table, names);
            if (when is not null && (quirk.Ignore || replacement is not null))
                rules.Add(new(when, replacement is null ? null : replacement with { Order = rule.Order }));
        }

        return rules.DrainToImmutable();
    }

    PointRule? Rule(PointEntry entry, string path, TableRule? table, IndexNames names)
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
            IsMagnitude = entry.Magnitude,
            Valid = Validity(entry, path, names),
            Scales = Scales(entry, path, names),
            High = High(entry, path, names),
            Doubtful = refusals.Range(entry.Doubtful, $"{path}.doubtful"),
            Unit = entry.UnitBy is { Address: { } unit } by ? refusals.Related(unit, by.Index, names, $"{path}.unitBy") : null,
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
                new(quantity, entry.Unit, entry.Scale, null, entry.States, entry.Flags, entry.Limits, entry.Register, path, path), entry.UnitBy);
        }

        refusals.Refuse($"{path}.quantity", "is missing; or kindBy and kinds, when the device says it row by row.");
        return null;
    }

    CodeTable<Meaning>? Kinds(PointEntry entry, string path)
    {
        if (entry.Kinds is not { } kinds)
            return null;

        if (entry.KindBy is null)
            refusals.Refuse($"{path}.kindBy", "is missing; kinds needs to know where the code is.");
        if (entry.Quantity is not null)
            refusals.Refuse($"{path}.quantity", "must be absent: the kinds have their own.");

        return Refusals.Table<Meaning>(kinds.Select(kind => KeyValuePair.Create(kind.Key, kind.Key)), $"{path}.kinds", (code, at) =>
        {
            var kind = kinds[code];
            var unitBy = kind.Quantity == Quantity.Condition ? null : entry.UnitBy;
            return meanings.Compile(Draft(entry, kind, at, path), unitBy) is { } meaning ? (true, meaning) : (false, null);
        });
    }

    static MeaningDraft Draft(PointEntry entry, KindEntry kind, string at, string path) => new(
        kind.Quantity,
        kind.Unit ?? entry.Unit,
        kind.Scale ?? (kind.Quantity == Quantity.Condition ? 1 : entry.Scale),
        kind.Part,
        kind.States ?? (kind.Quantity == Quantity.Condition ? entry.States : null),
        kind.Flags ?? (kind.Quantity == Quantity.Condition && entry.Flags),
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

    HighRule? High(PointEntry entry, string path, IndexNames names) =>
        entry.High is { } high && refusals.Related(high.Address, high.Index, names, $"{path}.high") is { } related ? new(related, high.Weight) : null;

    void CheckText(PointEntry entry, string path)
    {
        if (entry.UnitBy is { Address: null } != (entry.Text == TextForm.NumberAndUnit))
            refusals.Refuse($"{path}.unitBy", "without an address goes with the text number-and-unit, and that with it.");
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
            if (Condition(condition, at, names) is { } rule)
                rules.Add(rule);
        }

        return rules.DrainToImmutable();
    }

    ValidityRule? Condition(ConditionEntry condition, string path, IndexNames names)
    {
        if (condition.Is is null == condition.IsNot is null)
            refusals.Refuse(path, "needs either is or isNot.");
        if (refusals.Related(condition.Address, condition.Index, names, path) is not { } related || (condition.Is ?? condition.IsNot) is not { } codes)
            return null;

        return new(related, new([.. codes.Codes.Select(code => (code, true))], default), condition.IsNot is not null);
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
