using System.Globalization;

namespace DcOps.Collectors.Pipeline.Profiles.Rules;

/// <summary>Where the device says its serial number.</summary>
/// <param name="IsPerMember">Whether the address is a column with a row for each member of the chain.</param>
sealed record SerialRule(string Address, bool IsPerMember, int FirstMember)
{
    public string Instance(int? member) => IsPerMember
        ? string.Create(CultureInfo.InvariantCulture, $"{Address}.{member ?? FirstMember}")
        : Address;
}
