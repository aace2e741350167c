using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Simulator.Agents;

/// <summary>Names of the objects of a device family, in order, and how each is read from a device: one table for thousands of devices.</summary>
public sealed class MibTable<TDevice>
{
    readonly ObjectIdentifier[] _names;
    readonly Func<TDevice, ObjectSyntax>[] _reads;

    /// <param name="objects">Dotted instance names, in any order, none twice.</param>
    public MibTable(IEnumerable<(string Name, Func<TDevice, ObjectSyntax> Read)> objects)
    {
        var ordered = objects.Select(entry => (Name: ObjectIdentifier.Parse(entry.Name), entry.Read))
            .OrderBy(entry => entry.Name)
            .ToArray();
        _names = [.. ordered.Select(entry => entry.Name)];
        _reads = [.. ordered.Select(entry => entry.Read)];
    }

    public ObjectSyntax Get(TDevice device, ObjectIdentifier name) =>
        Array.BinarySearch(_names, name) is >= 0 and var index ? _reads[index](device) : ObjectSyntax.NoSuchInstance;

    /// <returns>The first object behind the name; null at the end.</returns>
    public VariableBinding? Next(TDevice device, ObjectIdentifier name)
    {
        var found = Array.BinarySearch(_names, name);
        var index = found >= 0 ? found + 1 : ~found;
        return index < _names.Length ? new(_names[index], _reads[index](device)) : null;
    }
}
