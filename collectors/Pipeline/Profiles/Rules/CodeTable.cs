using System.Collections.Frozen;
using System.Globalization;
using DcOps.Collectors.Pipeline.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>What the codes of an object mean: whole numbers, texts, texts with an asterisk, and at last all the others.</summary>
/// <remarks>Texts are compared without blanks around them; those with an asterisk without case too, since names are people's, units are not.</remarks>
sealed class CodeTable<T>
{
    const char Asterisk = '*';

    readonly FrozenDictionary<double, T> _numbers;
    readonly FrozenDictionary<string, T> _texts;
    readonly ImmutableArray<(string Pattern, T Meaning)> _patterns;
    readonly (bool Has, T? Meaning) _others;

    /// <param name="codes">In the file's order: of two patterns that fit, the earlier counts.</param>
    /// <param name="others">What every other code means; nothing when <c>Has</c> is false.</param>
    public CodeTable(IReadOnlyCollection<(string Code, T Meaning)> codes, (bool Has, T? Meaning) others)
    {
        _numbers = codes.Where(entry => IsNumber(entry.Code)).DistinctBy(entry => Number(entry.Code))
            .ToFrozenDictionary(entry => Number(entry.Code), entry => entry.Meaning);
        _texts = codes.Where(entry => !entry.Code.Contains(Asterisk, StringComparison.Ordinal))
            .ToFrozenDictionary(entry => entry.Code, entry => entry.Meaning, StringComparer.Ordinal);
        _patterns = [.. codes.Where(entry => entry.Code.Contains(Asterisk, StringComparison.Ordinal))];
        _others = others;
        Meanings = [.. codes.Select(entry => entry.Meaning)];
    }

    /// <summary>In the file's order, without that of all the others.</summary>
    public ImmutableArray<T> Meanings { get; }

    /// <summary>False when nothing is said of the code.</summary>
    public bool TryGet(in RawValue code, out T? meaning)
    {
        if (code.Kind == RawKind.Number)
            return _numbers.TryGetValue(code.Number, out meaning) || Other(out meaning);

        var text = (code.Text ?? "").Trim();
        if (_texts.TryGetValue(text, out meaning))
            return true;

        foreach (var (pattern, fitting) in _patterns)
        {
            if (!Fits(pattern, text))
                continue;

            meaning = fitting;
            return true;
        }

        return Other(out meaning);
    }

    /// <summary>The meanings of every bit that is set; empty when none is.</summary>
    public IEnumerable<T> OfBits(double flags)
    {
        var bits = (long)flags;
        foreach (var (bit, meaning) in _numbers)
        {
            if ((bits & (long)bit) != 0)
                yield return meaning;
        }
    }

    static double Number(string code) => double.Parse(code, CultureInfo.InvariantCulture);

    static bool IsNumber(string code) => double.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var open = pattern.StartsWith([Asterisk]);
        foreach (var range in pattern.Split(Asterisk))
        {
            var word = pattern[range];
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (!open && at > 0))
                return false;

            text = text[(at + word.Length)..];
            open = true;
        }

        return text.IsEmpty || pattern.EndsWith([Asterisk]);
    }

    bool Other(out T? meaning)
    {
        meaning = _others.Meaning;
        return _others.Has;
    }
}
