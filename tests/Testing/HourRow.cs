namespace DcOps.Testing;

/// <summary>One closed hour on a facility page.</summary>
/// <param name="Pue">Null where nothing is paired.</param>
public sealed record HourRow(DateTimeOffset From, int Category, double? Pue);
