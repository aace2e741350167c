namespace DcOps.Domain.Metering;

/// <summary>One contradiction among the entries of a registry.</summary>
/// <param name="Entry">Index of the guilty entry.</param>
/// <param name="Column">Column of the table that says it.</param>
/// <param name="Reason">What is wrong and what to do.</param>
public sealed record MeterRegistryFault(int Entry, string Column, string Reason);
