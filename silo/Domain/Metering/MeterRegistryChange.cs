namespace DcOps.Domain.Metering;

/// <summary>One entry that an import would change.</summary>
/// <param name="Fields">Columns whose cells differ, with the cell before and after; never empty.</param>
public sealed record MeterRegistryChange(
    RegisteredMeter Before, RegisteredMeter After, ImmutableArray<(string Column, string Before, string After)> Fields);
