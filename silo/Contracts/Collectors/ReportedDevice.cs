namespace DcOps.Contracts.Collectors;

/// <summary>One device as its collector names it.</summary>
/// <param name="Device">As the log does: <c>NJ-01/R01/A07 pdu-a</c>.</param>
/// <param name="Reason">Why it does not answer as it should; empty when it does.</param>
/// <param name="Since">When its standing began, UTC.</param>
/// <param name="PollTook">The last polls' duration; null when it never answered.</param>
[GenerateSerializer, Immutable, Alias("ReportedDevice")]
public sealed record ReportedDevice(
    [property: Id(0)] string Device,
    [property: Id(1)] string Address,
    [property: Id(2)] string Standing,
    [property: Id(3)] string Reason,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] TimeSpan? PollTook);
