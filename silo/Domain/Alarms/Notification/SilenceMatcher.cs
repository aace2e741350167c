using System.Text.RegularExpressions;

namespace DcOps.Domain.Alarms.Notification;

/// <summary>One condition of a silence on a label; a label that is not there is empty.</summary>
/// <param name="IsEqual">Whether the label must match; otherwise it must not.</param>
[GenerateSerializer, Immutable, Alias("SilenceMatcher")]
public sealed record SilenceMatcher(
    [property: Id(0)] string Name, [property: Id(1)] string Value, [property: Id(2)] bool IsRegex, [property: Id(3)] bool IsEqual)
{
    public bool Holds(string label) => (IsRegex ? Matches(label) : label == Value) == IsEqual;

    // Prometheus matches the whole label, in time that grows with its length alone.
    bool Matches(string label) => Regex.IsMatch(label, $"^(?:{Value})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public override string ToString() => $"{Name}{(IsEqual ? IsRegex ? "=~" : "=" : IsRegex ? "!~" : "!=")}\"{Value}\"";
}
