using System.Collections.Concurrent;
using System.Text;

namespace DcOps.Domain.Telemetry;

/// <summary>Names of enum members as configuration, paths and columns write them: <c>ActivePower</c> is <c>active-power</c>.</summary>
public static class KebabCase
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Names<T>.ByValue.GetOrAdd(value, static member => Spell(member.ToString()));

    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum =>
        Names<T>.ByName.TryGetValue(text, out value);

    static string Spell(string pascalCase)
    {
        var spelled = new StringBuilder(pascalCase.Length + 4);
        foreach (var letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && spelled.Length > 0)
                spelled.Append('-');
            spelled.Append(char.ToLowerInvariant(letter));
        }

        return spelled.ToString();
    }

    static class Names<T>
        where T : struct, Enum
    {
        public static readonly ConcurrentDictionary<T, string> ByValue = new();

        public static readonly Dictionary<string, T> ByName =
            Enum.GetValues<T>().ToDictionary(member => Spell(member.ToString()), StringComparer.Ordinal);
    }
}
