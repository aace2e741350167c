namespace DcOps.Domain.Alarms.Work;

/// <summary>What the next operator must know: the list of a change of shift.</summary>
/// <param name="Open">Waiting for somebody, the most urgent and oldest first.</param>
/// <param name="WithoutProgress">Acknowledged for longer than an hour, and nothing was done or written since.</param>
/// <param name="InWork">The other acknowledged ones.</param>
/// <param name="Shelved">The oldest first; see <see cref="IsForgotten"/>.</param>
/// <param name="OutOfService">Without a time limit: each must be wanted.</param>
/// <param name="Suppressed">By the design or a maintenance window.</param>
/// <param name="WithoutData">Standing, and nobody knows whether they still hold.</param>
public sealed record HandOver(
    ImmutableArray<Alarm> Open,
    ImmutableArray<Alarm> WithoutProgress,
    ImmutableArray<Alarm> InWork,
    ImmutableArray<Alarm> Shelved,
    ImmutableArray<Alarm> OutOfService,
    ImmutableArray<Alarm> Suppressed,
    ImmutableArray<Alarm> WithoutData)
{
    public static readonly TimeSpan ProgressWithin = TimeSpan.FromHours(1);

    /// <summary>A shelving older than this is shown as forgotten.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(8);

    public static HandOver Of(IEnumerable<Alarm> standing, DateTimeOffset now)
    {
        var all = standing.Where(alarm => alarm.IsStanding)
            .OrderByDescending(alarm => alarm.Priority).ThenBy(alarm => alarm.StartedAt).ToList();
        var acknowledged = all.FindAll(alarm => alarm.State is AlarmState.Acknowledged or AlarmState.LatchedAcknowledged);
        return new(
            [.. all.Where(alarm => alarm.AwaitsAcknowledgement)],
            [.. acknowledged.Where(alarm => now - alarm.ChangedAt > ProgressWithin)],
            [.. acknowledged.Where(alarm => now - alarm.ChangedAt <= ProgressWithin)],
            [.. all.Where(alarm => alarm.State == AlarmState.Shelved).OrderBy(alarm => alarm.ChangedAt)],
            [.. all.Where(alarm => alarm.State == AlarmState.OutOfService)],
            [.. all.Where(alarm => alarm.State == AlarmState.SuppressedByDesign)],
            [.. all.Where(alarm => alarm.IsDataMissing)]);
    }

    public static bool IsForgotten(Alarm alarm, DateTimeOffset now) =>
        alarm.State == AlarmState.Shelved && now - alarm.ChangedAt > ForgottenAfter;
}
