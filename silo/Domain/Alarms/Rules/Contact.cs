namespace DcOps.Domain.Alarms.Rules;

/// <summary>When something was last heard of.</summary>
/// <param name="LastHeardAt">Null when it never was.</param>
/// <param name="Since">Since when it is expected to speak.</param>
/// <param name="Interval">How often it promised to speak.</param>
public readonly record struct Contact(
    string Name, DateTimeOffset? LastHeardAt, DateTimeOffset Since, TimeSpan Interval, DateTimeOffset Now)
{
    internal Finding Judge(int missed)
    {
        var silence = Now - (LastHeardAt ?? Since);
        return Finding.Of(silence > Interval * missed, silence.TotalSeconds, (Interval * missed).TotalSeconds);
    }

    internal AlarmText Explain(string silent, string neverHeard) => LastHeardAt is { } last
        ? AlarmText.Of(
            silent, TextArgument.OfName("name", Name), TextArgument.Of("last", last), TextArgument.Of("silence", Now - last),
            TextArgument.Of("interval", Interval))
        : AlarmText.Of(
            neverHeard, TextArgument.OfName("name", Name), TextArgument.Of("since", Since), TextArgument.Of("interval", Interval));
}
