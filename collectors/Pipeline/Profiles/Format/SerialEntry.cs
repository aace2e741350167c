namespace DcOps.Collectors.Pipeline.Profiles.Format;

/// <summary>Where the device says its serial number.</summary>
sealed class SerialEntry
{
    public required string Object { get; init; }

    public required string Address { get; init; }

    /// <summary>Whether the address is a column with a row for each member of the chain.</summary>
    public bool PerMember { get; init; }
}
