using System.ComponentModel.DataAnnotations;

namespace DcOps.Domain.Alarms.Watching;

/// <summary>Units that back each other up, as a rule file declares them: UPS in parallel, air handlers of a room, chillers.</summary>
public sealed class RedundantUnits
{
    /// <summary>As people call the group.</summary>
    [Required]
    public required string Name { get; init; }

    /// <summary>Id of the facility.</summary>
    [Required]
    public required string Facility { get; init; }

    /// <summary>Ids of the units in the chain; at least two.</summary>
    [MinLength(2)]
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>How many must work to carry the load.</summary>
    [Range(1, 1_000)]
    public required int Needed { get; init; }
}
