namespace DcOps.Domain.Alarms.Notification;

/// <summary>Who is on duty: people who take turns, and exceptions that somebody wrote in.</summary>
/// <param name="People">In the order of their turns; never empty.</param>
/// <param name="FirstAt">When the first turn of the first person began.</param>
/// <param name="Turn">How long a turn lasts.</param>
/// <param name="Substitutes">Who stands in; the last that holds an instant counts.</param>
public sealed record DutyRoster(
    string Name, ImmutableArray<string> People, DateTimeOffset FirstAt, TimeSpan Turn, ImmutableArray<DutySubstitute> Substitutes)
{
    public string OnDuty(DateTimeOffset at)
    {
        for (var index = Substitutes.Length - 1; index >= 0; index--)
        {
            if (at >= Substitutes[index].From && at < Substitutes[index].To)
                return Substitutes[index].Person;
        }

        var turn = (long)Math.Floor((at - FirstAt) / Turn);
        return People[(int)(((turn % People.Length) + People.Length) % People.Length)];
    }
}
