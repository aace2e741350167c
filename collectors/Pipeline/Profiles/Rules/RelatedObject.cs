using System.Text;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>Another object that a value depends on.</summary>
/// <param name="Positions">Components of the row's index that complete the address; empty when it is complete.</param>
sealed record RelatedObject(string Address, ImmutableArray<int> Positions)
{
    public bool IsColumn => !Positions.IsEmpty;

    /// <summary>Its instance for a row.</summary>
    public string Instance(in RowIndex index)
    {
        if (!IsColumn)
            return Address;

        var instance = new StringBuilder(Address);
        foreach (var position in Positions)
            instance.Append('.').Append(index.Parts[position]);
        return instance.Append(index.Surplus).ToString();
    }
}
