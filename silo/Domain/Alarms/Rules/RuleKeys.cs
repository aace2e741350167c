using System.Text.Json;
using DcOps.Domain.Configuration;

namespace DcOps.Domain.Alarms.Rules;

/// <summary>Keys that a rule answers by itself and that a file therefore cannot state: the reader would skip them in silence.</summary>
static class RuleKeys
{
    static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Refuses each of them where it stands.</summary>
    public static void Check(ConfigurationDocument document, string text)
    {
        using var json = JsonDocument.Parse(text.TrimStart('\uFEFF'), Options);
        foreach (var section in json.RootElement.EnumerateObject())
        {
            if (!AlarmRuleBook.Kinds.TryGetValue(section.Name, out var type) || section.Value.ValueKind != JsonValueKind.Array)
                continue;
            var answered = type.GetProperties().Where(property => property.SetMethod is null)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet(StringComparer.Ordinal);
            foreach (var (index, rule) in section.Value.EnumerateArray().Index())
            {
                if (rule.ValueKind != JsonValueKind.Object)
                    continue;
                foreach (var key in rule.EnumerateObject().Where(key => answered.Contains(key.Name)))
                    document.Refuse($"{section.Name}[{index}].{key.Name}", $"'{key.Name}' is answered by the rule itself; leave it out.");
            }
        }
    }
}
