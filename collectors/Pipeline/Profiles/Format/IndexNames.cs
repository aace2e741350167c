namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Names of the components of a table's index; empty for scalars.</summary>
sealed class IndexNames(string[] names)
{
    const char Rest = '*';

    public int Count => names.Length;

    /// <summary>Whether the last component is all that follows.</summary>
    public bool TakesRest => names is [.., var last] && last.EndsWith(Rest);

    /// <summary>A component of the rest before another that follows: what follows it cannot be told apart.</summary>
    public string? Misplaced => Array.Find(names[..Math.Max(0, names.Length - 1)], name => name.EndsWith(Rest));

    public int? Position(string name) => Array.FindIndex(names, known => known.TrimEnd(Rest) == name) is var position and >= 0 ? position : null;

    public string Unknown(string name) => Count == 0
        ? $"'{name}' is no component of an index: a scalar has none, so write [] and a complete address."
        : $"'{name}' is no component of this table's index; known are {string.Join(", ", names)}.";
}
