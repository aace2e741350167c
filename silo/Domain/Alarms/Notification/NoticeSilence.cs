namespace DcOps.Domain.Alarms.Notification;

/// <summary>What somebody asked not to be told of for a time, at a system that keeps silences, as Alertmanager.</summary>
/// <param name="Id">As the other system names it.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Matchers">All must hold; never empty.</param>
[GenerateSerializer, Immutable, Alias("NoticeSilence")]
public sealed record NoticeSilence(
    [property: Id(0)] string Id,
    [property: Id(1)] string By,
    [property: Id(2)] string Comment,
    [property: Id(3)] DateTimeOffset From,
    [property: Id(4)] DateTimeOffset To,
    [property: Id(5)] ImmutableArray<SilenceMatcher> Matchers)
{
    public bool Holds(IReadOnlyDictionary<string, string> labels, DateTimeOffset now) =>
        From <= now && now < To && Matchers.All(matcher => matcher.Holds(labels.GetValueOrDefault(matcher.Name, "")));

    /// <summary>As people read it.</summary>
    public override string ToString() => $"{By}: {Comment} ({Id})";
}
