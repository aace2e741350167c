using System.Reflection;
using DcOps.Domain.Configuration;
using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Every alarm rule in force: those shipped, and those that users wrote. Looked up by id.</summary>
public sealed class AlarmRuleBook
{
    static readonly MethodInfo Reading = typeof(AlarmRuleBook).GetMethod(nameof(ReadSection), BindingFlags.Static | BindingFlags.NonPublic)!;

    readonly Dictionary<string, AlarmRule> _byId = new(StringComparer.Ordinal);

    /// <param name="rules">A later rule replaces an earlier one of the same id: a user's setting of a shipped rule.</param>
    public AlarmRuleBook(IEnumerable<AlarmRule> rules)
    {
        foreach (var rule in rules)
            _byId[rule.Id] = rule;
        Rules = [.. _byId.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every kind of rule by the name of its section, found by its type.</summary>
    public static ImmutableSortedDictionary<string, Type> Kinds { get; } = typeof(AlarmRule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(AlarmRule)) && !type.IsAbstract)
        .ToImmutableSortedDictionary(AlarmRule.KindOf, type => type, StringComparer.Ordinal);

    /// <summary>The rules that ship with the product.</summary>
    public static AlarmRuleBook Shipped { get; } = new(Parse("alarm-rules.json", ShippedText.Of("alarm-rules.json")));

    /// <summary>By id.</summary>
    public ImmutableArray<AlarmRule> Rules { get; }

    /// <summary>Null when there is no such rule.</summary>
    public AlarmRule? Of(string id) => _byId.GetValueOrDefault(id);

    public IEnumerable<TRule> Of<TRule>()
        where TRule : AlarmRule => Rules.OfType<TRule>();

    public PointRules Points(EquipmentRegister equipment) => new(Of<PointRule>(), equipment);

    /// <summary>Reads a rule file: one section a kind, a list of rules each.</summary>
    /// <exception cref="ConfigurationException">A fault, with file, line, key and reason; all of them at once.</exception>
    public static ImmutableArray<AlarmRule> Parse(string file, string text)
    {
        var document = ConfigurationDocument.Parse(file, text);
        var rules = ImmutableArray.CreateBuilder<AlarmRule>();
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, type) in Kinds)
        {
            var section = (AlarmRule[]?)Reading.MakeGenericMethod(type).Invoke(null, [document, kind]) ?? [];
            for (var index = 0; index < section.Length; index++)
            {
                var key = $"{kind}[{index}].id";
                if (places.TryAdd(section[index].Id, key))
                    rules.Add(section[index]);
                else
                    document.Refuse(key, $"'{section[index].Id}' is the id of {places[section[index].Id]} already; a rule's id is its own.");
            }
        }

        RuleKeys.Check(document, text);
        document.ThrowIfFaulty();
        return rules.ToImmutable();
    }

    static TRule[]? ReadSection<TRule>(ConfigurationDocument document, string kind)
        where TRule : AlarmRule => document.Section<TRule[]>(kind);
}
