namespace DcOps.History.Influx;

/// <summary>What a server that could be reached said to a write. Absence is an exception, since it concerns no row.</summary>
abstract record InfluxAnswer
{
    InfluxAnswer()
    {
    }

    public sealed record Accepted : InfluxAnswer;

    /// <summary>Some rows were stored, <paramref name="Dropped"/> never will be.</summary>
    public sealed record Partial(int Dropped, string Reason) : InfluxAnswer;

    /// <summary>The lines are at fault: the same lines will be refused again.</summary>
    public sealed record Refused(string Reason) : InfluxAnswer;

    /// <summary>Fewer lines at once may be taken.</summary>
    public sealed record TooLarge : InfluxAnswer;

    /// <summary>The server knows no such database or bucket.</summary>
    public sealed record NoDatabase(string Reason) : InfluxAnswer;
}
