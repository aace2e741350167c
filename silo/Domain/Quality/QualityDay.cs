namespace DcOps.Domain.Quality;

/// <summary>One class of a room's points on one local day, counted.</summary>
/// <param name="DayNumber">As <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Counts">In the order of <see cref="QualityCount"/>.</param>
/// <param name="Arrivals">Readings by how long they were on their way, in the classes of <see cref="ArrivalClasses"/>.</param>
[GenerateSerializer, Immutable, Alias("QualityDay")]
public sealed record QualityDay(
    [property: Id(0)] int DayNumber,
    [property: Id(1)] PointClass Class,
    [property: Id(2)] ImmutableArray<int> Counts,
    [property: Id(3)] ImmutableArray<int> Arrivals)
{
    public DateOnly Day => DateOnly.FromDayNumber(DayNumber);

    public int this[QualityCount count] => (int)count < Counts.Length ? Counts[(int)count] : 0;
}
