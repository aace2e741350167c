namespace DcOps.Domain.Metering;

/// <summary>The meter registry as somebody put it in force.</summary>
/// <param name="Number">0 for what the configuration declares, 1 for the first that was applied.</param>
/// <param name="At">When, UTC.</param>
public sealed record MeterRegistryRevision(int Number, DateTimeOffset At, string Author, string Reason, MeterRegistry Registry);
