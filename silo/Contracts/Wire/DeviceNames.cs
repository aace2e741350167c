namespace DcOps.Contracts.Wire;

/// <summary>Positions of device names; a batch has a handful, and neighbours mostly share one.</summary>
sealed class DeviceNames
{
    public List<string> Names { get; } = [];

    public void Clear() => Names.Clear();

    public int Of(string name)
    {
        for (var index = Names.Count - 1; index >= 0; index--)
        {
            if (string.Equals(Names[index], name, StringComparison.Ordinal))
                return index;
        }

        Names.Add(name);
        return Names.Count - 1;
    }
}
