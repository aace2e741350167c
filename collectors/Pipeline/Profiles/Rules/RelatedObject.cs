using System.Globalization;
using System.Text;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>Another object that a value depends on.</summary>
/// <param name="Positions">Components of the row's index that complete the address; empty when it is complete.</param>
sealed record RelatedObject(string Address, ImmutableArray<int> Positions)
{
    public bool IsColumn => !Positions.IsEmpty;

    /// <summary>Its instance for a row.</summary>
    /// <param name="surplus">What the agent writes behind every index beyond the MIB's components: mostly nothing.</param>
    public string Instance(ReadOnlySpan<int> index, string surplus)
    {
        if (!IsColumn)
            return Address;

        var instance = new StringBuilder(Address);
        foreach (var position in Positions)
            instance.Append(CultureInfo.InvariantCulture, $".{index[position]}");
        return instance.Append(surplus).ToString();
    }
}
