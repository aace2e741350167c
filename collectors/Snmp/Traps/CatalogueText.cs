namespace DcOps.Collectors.Snmp.Traps;

/// <summary>A file of the catalogue.</summary>
sealed class CatalogueText
{
    /// <summary>The MIB that it was written from.</summary>
    public required string Source { get; init; }

    public required NotificationEntry[] Notifications { get; init; }
}
