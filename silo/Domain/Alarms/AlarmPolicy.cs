namespace DcOps.Domain.Alarms;

/// <summary>What holds for every alarm of a book, whichever rule raised it.</summary>
/// <param name="LateAfter">Age from which a reading tells of the past and raises nothing.</param>
/// <param name="PromisedAge">
/// Age from which an alarm's condition is no longer known, at the least; where readings come more seldom, three of their intervals.
/// </param>
public sealed record AlarmPolicy(TimeSpan LateAfter, TimeSpan PromisedAge, FlapPolicy Flapping)
{
    public static AlarmPolicy Usual { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(45), FlapPolicy.Usual);
}
