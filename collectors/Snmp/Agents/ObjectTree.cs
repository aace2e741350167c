using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Agents;

/// <summary>
/// A fixed set of instances whose values are asked for anew with every request.
/// A source may answer <see cref="ObjectSyntax.NoSuchInstance"/>: its object is then skipped, as a row that left its table.
/// </summary>
public sealed class ObjectTree : IAgentObjects
{
    readonly ObjectIdentifier[] _names;
    readonly Func<ObjectSyntax>[] _sources;

    /// <param name="objects">Full instance names (scalars end in .0); in any order, none twice.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public ObjectTree(IEnumerable<(ObjectIdentifier Name, Func<ObjectSyntax> Value)> objects)
    {
        var ordered = objects.OrderBy(entry => entry.Name).ToArray();
        _names = [.. ordered.Select(entry => entry.Name)];
        _sources = [.. ordered.Select(entry => entry.Value)];
        for (var index = 1; index < _names.Length; index++)
        {
            if (_names[index] == _names[index - 1])
                throw new ArgumentException($"Object {_names[index]} occurs twice.", nameof(objects));
        }
    }

    public ObjectSyntax Get(ObjectIdentifier name)
    {
        var index = Array.BinarySearch(_names, name);
        return index >= 0 ? _sources[index]() : ObjectSyntax.NoSuchInstance;
    }

    public VariableBinding? Next(ObjectIdentifier name)
    {
        var found = Array.BinarySearch(_names, name);
        for (var index = found >= 0 ? found + 1 : ~found; index < _names.Length; index++)
        {
            var value = _sources[index]();
            if (!value.IsException)
                return new(_names[index], value);
        }

        return null;
    }
}
