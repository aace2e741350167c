namespace DcOps.Domain.Alarms.Work;

/// <summary>What a command would do to many alarms, before it does it. The same decisions are taken when it is done.</summary>
/// <param name="Lines">In the order asked.</param>
public sealed record BulkPreview(ImmutableArray<BulkLine> Lines)
{
    /// <summary>At most what a person can have seen.</summary>
    public const int Most = 500;

    public int Taken => Lines.Count(line => line.Refused is null);

    public int Refused => Lines.Length - Taken;

    /// <summary>Critical ones among those that would be taken.</summary>
    public int Critical => Lines.Count(line => line is { Refused: null, Priority: AlarmPriority.Critical });

    public static BulkPreview Of(IReadOnlyCollection<Alarm> alarms, AlarmCommand command, string author, DateTimeOffset now) =>
        new([.. alarms.Select((alarm, index) => LineOf(alarm, index, command, author, now))]);

    static BulkLine LineOf(Alarm alarm, int index, AlarmCommand command, string author, DateTimeOffset now) =>
        Decide(alarm, index, command, author, now) switch
        {
            AlarmDecision.Taken taken => new(alarm.Key, alarm.Priority, alarm.State, taken.Transition.To, null),
            AlarmDecision.Refused refused => new(alarm.Key, alarm.Priority, alarm.State, alarm.State, refused.Reason),
            var other => throw new InvalidOperationException($"{other} is not a decision known here."),
        };

    static AlarmDecision Decide(Alarm alarm, int index, AlarmCommand command, string author, DateTimeOffset now)
    {
        if (index >= Most)
            return new AlarmDecision.Refused(AlarmText.Of("refusal.bulk-most", TextArgument.OfNumber("most", Most)));
        // One critical alarm is put aside by two people who looked at it, never in a heap.
        if (command is AlarmCommand.Shelve && alarm.Priority == AlarmPriority.Critical)
            return new AlarmDecision.Refused(AlarmText.Of("refusal.bulk-critical"));
        return AlarmCommands.Decide(alarm, command, author, now);
    }
}
