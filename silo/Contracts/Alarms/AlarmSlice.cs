namespace DcOps.Contracts.Alarms;

/// <summary>One facility's part of the answer to an <see cref="AlarmQuery"/>.</summary>
/// <param name="Matching">Alarms that match in all.</param>
/// <param name="Total">Alarms that are not normal.</param>
[GenerateSerializer, Immutable, Alias("AlarmSlice")]
public sealed record AlarmSlice(
    [property: Id(0)] ImmutableArray<AlarmRow> Rows, [property: Id(1)] int Matching, [property: Id(2)] int Total);
