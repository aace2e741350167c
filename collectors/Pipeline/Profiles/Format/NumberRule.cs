using System.Text.Json.Serialization;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>
/// How a part's number follows from the row's index: <c>"outlet"</c>, or <c>{ "cord": 100, "outlet": 1 }</c> for
/// (cord − 1) × 100 + outlet; <c>"hash"</c> for an index of text or of numbers that are too large. Only the component of weight 1 keeps the device's own count. <c>{}</c> is 0: each member has one such row.
/// </summary>
[JsonConverter(typeof(NumberRuleConverter))]
sealed record NumberRule(IReadOnlyDictionary<string, int> Weights)
{
    const string Hash = "hash";

    public bool IsHash => Weights.ContainsKey(Hash);
}
