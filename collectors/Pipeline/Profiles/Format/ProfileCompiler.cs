using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>A profile's text to a profile, or to every fault in it at once. What it includes is still to be linked.</summary>
static class ProfileCompiler
{
    /// <param name="file">As faults name it; its name without ending must be the profile's.</param>
    /// <returns>One, or one for each model.</returns>
    /// <exception cref="ConfigurationException">The text is no profile.</exception>
    public static ImmutableArray<ProfileDraft> Compile(string file, string text) =>
        [.. ProfileModels.Of(text).Select(one => Compile(file, one.Text, one.Model))];

    static ProfileDraft Compile(string file, string text, string? model)
    {
        var document = ConfigurationDocument.Parse(file, text);
        var profile = new ProfileText(document);
        var refusals = new Refusals(document, profile.Enumerations);
        var title = Title(profile, file, model);
        var recognition = Recognition(profile, refusals);
        var rules = Rules(profile, refusals);
        var serial = Serial(profile, refusals);
        document.ThrowIfFaulty();
        return new(document, title, recognition, serial, rules, [.. profile.Include]);
    }

    static ProfileTitle Title(ProfileText profile, string file, string? model)
    {
        var fileName = Path.GetFileNameWithoutExtension(file);
        if (profile.Name is { } name && name != fileName)
            profile.Document.Refuse("name", $"is '{name}', but the file is called {fileName}: both must be the same.");
        return model is null
            ? new(fileName, profile.Title ?? "", profile.Source ?? "")
            : new($"{fileName}-{model}", $"{profile.Title} ({model})", profile.Source ?? "");
    }

    static Recognition Recognition(ProfileText profile, Refusals refusals)
    {
        var recognise = profile.Recognise ?? new();
        if (profile.Recognise is { SystemObjectIds: [], Fingerprint: [] })
            refusals.Refuse("recognise", "needs at least one sysObjectID or one fingerprint.");
        Check(recognise.SystemObjectIds, "systemObjectIds");
        Check(recognise.Fingerprint, "fingerprint");
        return new([.. recognise.SystemObjectIds], [.. recognise.Fingerprint], recognise.Generic);

        void Check(string[] addresses, string key)
        {
            for (var place = 0; place < addresses.Length; place++)
                refusals.CheckAddress(addresses[place], string.Create(CultureInfo.InvariantCulture, $"recognise.{key}[{place}]"));
        }
    }

    static SerialRule? Serial(ProfileText profile, Refusals refusals)
    {
        if (profile.Serial is not { } serial)
            return null;

        refusals.CheckAddress(serial.Address, "serial.address");
        return new(serial.Address, serial.PerMember, profile.Members.First);
    }

    static ImmutableArray<PointRule> Rules(ProfileText profile, Refusals refusals)
    {
        var meanings = new MeaningCompiler(refusals, FamilyLimits(profile, refusals));
        var points = new PointCompiler(refusals, meanings, profile.Quirks);
        var unique = new PointUniqueness(refusals);
        var rules = ImmutableArray.CreateBuilder<PointRule>();
        if (profile.Scalars.Length == 0 && profile.Tables.Length == 0 && profile.Include.Length == 0)
            refusals.Refuse("scalars", "is missing, and so are tables and include: a profile needs at least one object.");

        for (var place = 0; place < profile.Scalars.Length; place++)
            Add(profile.Scalars[place], string.Create(CultureInfo.InvariantCulture, $"scalars[{place}]"), null, new([]));
        for (var position = 0; position < profile.Tables.Length; position++)
        {
            var entry = profile.Tables[position];
            var path = string.Create(CultureInfo.InvariantCulture, $"tables[{position}]");
            var names = new IndexNames(entry.Index);
            var table = Table(entry, position, path, names, profile.Members.First, refusals);
            for (var place = 0; place < entry.Columns.Length; place++)
                Add(entry.Columns[place], string.Create(CultureInfo.InvariantCulture, $"{path}.columns[{place}]"), table, names);
        }

        points.CheckQuirks();
        return rules.DrainToImmutable();

        void Add(PointEntry entry, string path, TableRule? table, IndexNames names)
        {
            if (points.Compile(entry, path, table, names) is not { } rule)
                return;

            unique.Check(rule, entry.Fallback, path);
            rules.Add(rule);
        }
    }

    static TableRule Table(TableEntry entry, int position, string path, IndexNames names, int firstMember, Refusals refusals)
    {
        if (names.Misplaced is { } misplaced)
            refusals.Refuse($"{path}.index", $"'{misplaced}' takes all that follows, so it must be the last.");
        var weights = new int[names.Count];
        foreach (var (component, weight) in entry.Number.Weights)
        {
            if (entry.Number.IsHash)
                break;
            if (names.Position(component) is not { } at)
                refusals.Refuse($"{path}.number", names.Unknown(component));
            else if (weight < 1)
                refusals.Refuse($"{path}.number", $"the weight of '{component}' must be 1 or more.");
            else
                weights[at] = weight;
        }

        int? member = entry.Member is { } name ? names.Position(name) : null;
        if (entry.Member is { } unknown && member is null)
            refusals.Refuse($"{path}.member", names.Unknown(unknown));
        for (var place = 0; place < entry.Totals.Length; place++)
        {
            if (!QuantityTraits.Of(entry.Totals[place]).IsAdditive)
            {
                refusals.Refuse(
                    string.Create(CultureInfo.InvariantCulture, $"{path}.totals[{place}]"),
                    $"{KebabCase.Of(entry.Totals[place])} does not add up over parts.");
            }
        }

        return new(position, names.Count, names.TakesRest, member, firstMember, entry.Part, entry.Number.IsHash ? default : [.. weights], entry.Offset, [.. entry.Totals])
        {
            MemberObject = entry.MemberBy is { } by ? refusals.Related(by.Address, by.Index, names, $"{path}.memberBy") : null,
            NumberObject = entry.NumberBy is { } of ? refusals.Related(of.Address, of.Index, names, $"{path}.numberBy") : null,
        };
    }

    static Dictionary<Quantity, ValueRange> FamilyLimits(ProfileText profile, Refusals refusals)
    {
        var limits = new Dictionary<Quantity, ValueRange>();
        foreach (var (quantity, range) in profile.Limits)
        {
            if (refusals.Range(range, $"limits.{KebabCase.Of(quantity)}") is { } valid)
                limits[quantity] = valid;
        }

        return limits;
    }
}
