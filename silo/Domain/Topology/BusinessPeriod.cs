namespace DcOps.Domain.Topology;

/// <summary>A day or month of the business calendar as instants: [From, To), UTC.</summary>
public readonly record struct BusinessPeriod(DateTimeOffset From, DateTimeOffset To)
{
    public TimeSpan Length => To - From;

    public bool Contains(DateTimeOffset instant) => instant >= From && instant < To;
}
