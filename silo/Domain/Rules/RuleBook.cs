using DcOps.Domain.Configuration;

namespace DcOps.Domain.Rules;

/// <summary>Every rule pack in use. Which rules count is a question of the day, never of the program.</summary>
public sealed class RuleBook(ImmutableArray<RulePack> packs)
{
    static readonly string[] ShippedFiles =
        ["gb-40879.json", "national-policy.json", "regional-policy.json", "green-data-centre-2025.json", "gb-t-32910.json"];

    /// <summary>The packs that ship with the product.</summary>
    public static RuleBook Shipped { get; } = new([.. ShippedFiles.Select(file => Parse(file, ShippedText.Of(file)))]);

    /// <summary>In the order given.</summary>
    public ImmutableArray<RulePack> Packs => packs;

    /// <exception cref="KeyNotFoundException">No such pack.</exception>
    public RulePack this[string id] =>
        packs.FirstOrDefault(pack => pack.Id == id) ?? throw new KeyNotFoundException($"No rule pack '{id}'.");

    /// <summary>Rules in force on a local day, with their packs.</summary>
    public IEnumerable<(RulePack Pack, Rule Rule)> InForce(DateOnly day) =>
        packs.SelectMany(pack => pack.Rules.Where(rule => rule.IsInForce(day)).Select(rule => (pack, rule)));

    /// <exception cref="ConfigurationException">A fault, with file, line, key and reason.</exception>
    public static RulePack Parse(string file, string text)
    {
        var document = ConfigurationDocument.Parse(file, text);
        var pack = document.Section<RulePackSection>(RulePackSection.Section, required: true);
        var rules = document.Section<RuleSection[]>(RuleSection.Section, required: true) ?? [];
        var scores = document.Section<ScoreSection[]>(ScoreSection.Section) ?? [];
        foreach (var twice in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            document.Refuse(RuleSection.Section, $"has rule '{twice.Key}' {twice.Count()} times; a rule's id is its own.");
        document.ThrowIfFaulty();
        return new(pack!.Id, pack.Version, pack.Title.Designation, [.. rules.Select(rule => rule.Build())],
            [.. scores.Select(score => new ScoreLine(score.Indicator, score.None, score.Full, score.Source, score.Verification))]);
    }
}
