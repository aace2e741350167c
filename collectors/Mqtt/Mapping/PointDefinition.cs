using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>One value of a payload.</summary>
public sealed record PointDefinition
{
    /// <summary>Path in the JSON; the metric's name in Sparkplug.</summary>
    [Required]
    public required string Path { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Unit that the device uses.</summary>
    public string Unit { get; init; } = "1";

    /// <summary>
    /// <c>total</c>, <c>phase-2</c>, <c>outlet-{n+1}</c>, or <c>phase-*</c>: one part for each element of <c>[*]</c>,
    /// and the total where the value is no array.
    /// </summary>
    [Required]
    public string Part { get; init; } = "total";

    /// <summary>Add the elements of <c>[*]</c> up; one that is not available makes the sum so.</summary>
    public bool Sum { get; init; }

    /// <summary>Lowest and highest value that is believed, in the canonical unit; absent: what is possible in any low-voltage plant.</summary>
    public ImmutableArray<double>? Limits { get; init; }

    /// <summary>For a condition: the device's words (or numbers) and what each means.</summary>
    public ImmutableDictionary<string, ConditionCode>? States { get; init; }

    /// <summary>Added to the mapping's.</summary>
    public ImmutableArray<JsonElement> Missing { get; init; } = [];

    /// <summary>For a register: its smallest step, in <see cref="Unit"/>.</summary>
    [Range(1e-9, 1e9)]
    public double Resolution { get; init; } = 1;

    /// <summary>For a register: the value at which it wraps to zero, in <see cref="Unit"/>; absent when it never does.</summary>
    [Range(1e-9, 1e18)]
    public double? Modulus { get; init; }

    /// <summary>The value stands in raw registers, to which <see cref="Path"/> leads.</summary>
    public WordsDefinition? Words { get; init; }

    /// <summary>Only topics whose capture <c>{kind}</c> is this text have the point, as in <c>energy</c>; where descriptions tell the unit, theirs counts.</summary>
    public string? Kind { get; init; }

    /// <summary>For a register: it restarts from zero with the device.</summary>
    public bool Volatile { get; init; }
}
