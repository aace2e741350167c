using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DcOps.Upload.Payloads;

/// <summary>Slots of an element over those of its message.</summary>
sealed class Layered(IReadOnlyDictionary<string, object?> upper, IReadOnlyDictionary<string, object?> lower) : IReadOnlyDictionary<string, object?>
{
    public object? this[string key] => upper.TryGetValue(key, out var value) ? value : lower[key];

    public IEnumerable<string> Keys => upper.Keys.Union(lower.Keys, StringComparer.Ordinal);

    public IEnumerable<object?> Values => Keys.Select(key => this[key]);

    public int Count => Keys.Count();

    public bool ContainsKey(string key) => upper.ContainsKey(key) || lower.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => upper.TryGetValue(key, out value) || lower.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
