namespace DcOps.Domain.Alarms.Rules;

/// <summary>What a rule would have done over a stretch of history: asked before it is switched on.</summary>
/// <param name="Occurrences">By time.</param>
/// <param name="Abnormal">Time in which its condition held, after the delays.</param>
/// <param name="Missing">Samples that it could not judge.</param>
/// <param name="Samples">All samples.</param>
/// <param name="IsFlapping">Whether it would have been marked as flapping at any time.</param>
public sealed record DryRun(
    ImmutableArray<DryRunOccurrence> Occurrences, TimeSpan Abnormal, int Missing, int Samples, bool IsFlapping)
{
    public int Fired => Occurrences.Length;

    /// <summary>Runs the rule with its delays and deadband, as if every sample had come in time.</summary>
    /// <param name="series">By time.</param>
    public static DryRun Of<TInput>(AlarmRuleOf<TInput> rule, AlarmKey key, IEnumerable<(DateTimeOffset At, TInput Input)> series)
    {
        var book = new AlarmBook(AlarmPolicy.Usual);
        var occurrences = new List<DryRunOccurrence>();
        var (missing, samples, isFlapping, last) = (0, 0, false, default(DateTimeOffset));
        foreach (var (at, input) in series)
        {
            samples++;
            missing += rule.Judge(input, isAbnormal: false).Condition == AlarmCondition.Missing ? 1 : 0;
            book.Observe(rule, key.Location, key.Point, input, at, at);
            last = at;
            foreach (var entry in book.TakeTransitions())
            {
                isFlapping |= entry.Event == AlarmEvent.FlappingBegan;
                if (entry.Event == AlarmEvent.Raised)
                    occurrences.Add(new(entry.After.RaisedAt, null, entry.After.Priority));
                else if (entry.Event == AlarmEvent.Returned && occurrences.Count > 0)
                    occurrences[^1] = occurrences[^1] with { Until = entry.At };
                else if (entry.Event == AlarmEvent.Worsened && occurrences.Count > 0)
                    occurrences[^1] = occurrences[^1] with { Priority = entry.After.Priority };
            }
        }

        var abnormal = occurrences.Aggregate(TimeSpan.Zero, (sum, each) => sum + ((each.Until ?? last) - each.From));
        return new([.. occurrences], abnormal, missing, samples, isFlapping);
    }
}
