using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Rules;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Puts the objects of included profiles behind a profile's own, where they stand in for what it does not know.</summary>
sealed class ProfileLinker(IReadOnlyDictionary<string, ProfileDraft> drafts)
{
    /// <summary>More objects and tables than any profile has: keeps those of one included profile behind those of the one before.</summary>
    const int OrdersPerProfile = 10_000;

    /// <exception cref="DcOps.Domain.Configuration.ConfigurationException">It includes one that is not there.</exception>
    public DeviceProfile Link(ProfileDraft draft)
    {
        var rules = new List<PointRule>(draft.Rules);
        var addresses = rules.Select(rule => rule.Address).ToHashSet(StringComparer.Ordinal);
        var linked = new HashSet<string>(StringComparer.Ordinal) { draft.Title.Name };
        Include(draft, rules, addresses, linked);
        draft.Document.ThrowIfFaulty();
        return new(draft.Title, draft.Recognition, draft.Serial, [.. rules]);
    }

    void Include(ProfileDraft draft, List<PointRule> rules, HashSet<string> addresses, HashSet<string> linked)
    {
        for (var place = 0; place < draft.Includes.Length; place++)
        {
            var name = draft.Includes[place];
            if (!drafts.TryGetValue(name, out var included))
            {
                draft.Document.Refuse(string.Create(CultureInfo.InvariantCulture, $"include[{place}]"), $"'{name}' is no profile of this folder.");
                continue;
            }

            if (!linked.Add(name))
                continue;

            var shift = (linked.Count - 1) * OrdersPerProfile;
            rules.AddRange(included.Rules.Where(rule => addresses.Add(rule.Address)).Select(rule => Behind(rule, shift)));
            Include(included, rules, addresses, linked);
        }
    }

    static PointRule Behind(PointRule rule, int shift) => rule with
    {
        Order = rule.Order + shift,
        Table = rule.Table is { } table ? table with { Position = table.Position + shift } : null,
        Quirks = [.. rule.Quirks.Select(quirk => quirk with { Replacement = quirk.Replacement is { } other ? Behind(other, shift) : null })],
    };
}
