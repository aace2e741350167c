using System.Globalization;
using DcOps.Collectors.Pipeline.Profiles.Rules;
using DcOps.Collectors.Pipeline.Profiles.Units;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Small parts that many keys of a profile share, each refused under its own path.</summary>
sealed class Refusals(ConfigurationDocument document, IReadOnlyDictionary<string, Dictionary<string, string>> enumerations)
{
    const string Else = "else";

    public void Refuse(string path, string reason) => document.Refuse(path, reason);

    /// <summary>Dotted digits without leading dot.</summary>
    public void CheckAddress(string address, string path)
    {
        var wellFormed = address.Length > 0 && address.Split('.').All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
        if (!wellFormed)
            Refuse(path, $"'{address}' is not an object identifier in dotted form without leading dot, as in 1.3.6.1.2.1.33.1.2.1.0.");
    }

    /// <summary>Null when it was refused.</summary>
    public RelatedObject? Related(string address, string[]? index, IndexNames names, string path)
    {
        CheckAddress(address, $"{path}.address");
        if (index is null)
            return new(address, [.. Enumerable.Range(0, names.Count)]);

        var positions = ImmutableArray.CreateBuilder<int>();
        for (var place = 0; place < index.Length; place++)
        {
            if (names.Position(index[place]) is { } position)
                positions.Add(position);
            else
                Refuse(string.Create(CultureInfo.InvariantCulture, $"{path}.index[{place}]"), names.Unknown(index[place]));
        }

        return positions.Count == index.Length ? new(address, positions.ToImmutable()) : null;
    }

    public ValueRange? Range(double[]? limits, string path)
    {
        if (limits is null)
            return null;

        if (limits is [var lowest, var highest] && lowest < highest)
            return new(lowest, highest);

        Refuse(path, "must be two numbers, the lower first, in the quantity's canonical unit.");
        return null;
    }

    public CodeTable<ConditionCode>? States(CodeMap map, string path) =>
        Codes(map, path, (meaning, at) =>
        {
            if (KebabCase.TryParse<ConditionCode>(meaning, out var condition))
                return (true, condition);

            Refuse(at, $"'{meaning}' is no condition; known are ok, warning, critical and unknown.");
            return (false, default);
        });

    /// <summary>Every code's meaning; null when the map was refused or none of its codes means anything here.</summary>
    /// <param name="parse">Meaning and path to meaning; <c>Has</c> is false when there is none.</param>
    public CodeTable<T>? Codes<T>(CodeMap map, string path, Func<string, string, (bool Has, T? Meaning)> parse)
    {
        var codes = map.Codes;
        var at = path;
        if (map.Name is { } name)
        {
            at = $"enumerations.{name}";
            codes = enumerations.GetValueOrDefault(name);
            if (codes is null)
            {
                Refuse(path, $"'{name}' is none of this profile's enumerations; known are {string.Join(", ", enumerations.Keys)}.");
                return null;
            }
        }

        return Table(codes!, at, parse);
    }

    /// <inheritdoc cref="Codes"/>
    public static CodeTable<T>? Table<T>(
        IEnumerable<KeyValuePair<string, string>> codes, string path, Func<string, string, (bool Has, T? Meaning)> parse)
    {
        var known = new List<(string, T)>();
        var others = (Has: false, Meaning: default(T));
        foreach (var (code, text) in codes)
        {
            var (has, meaning) = parse(text, $"{path}.{code}");
            if (code == Else)
                others = (has, meaning);
            else if (has)
                known.Add((code, meaning!));
        }

        return known.Count > 0 || others.Has ? new(known, others) : null;
    }
}
