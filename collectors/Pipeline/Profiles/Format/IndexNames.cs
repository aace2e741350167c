namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Names of the components of a table's index; empty for scalars.</summary>
sealed class IndexNames(string[] names)
{
    public int Count => names.Length;

    public int? Position(string name) => Array.IndexOf(names, name) is var position and >= 0 ? position : null;

    public string Unknown(string name) => Count == 0
        ? $"'{name}' is no component of an index: a scalar has none, so write [] and a complete address."
        : $"'{name}' is no component of this table's index; known are {string.Join(", ", names)}.";
}
