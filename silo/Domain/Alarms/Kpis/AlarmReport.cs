namespace DcOps.Domain.Alarms.Kpis;

/// <summary>What the journal of a period says of the alarm system itself (ISA-18.2, EEMUA 191).</summary>
/// <param name="Bins">Annunciated alarms by ten minutes, from the period's start.</param>
/// <param name="Top">The ten raised most often, most often first.</param>
/// <param name="TopShare">Their part of all; null where there was none (target 1 to 5 of a hundred; vector A07).</param>
/// <param name="Chattering">Alarms raised three times within a minute (target none).</param>
/// <param name="Fleeting">Raised and gone within a minute before anybody could act (target none).</param>
/// <param name="Stale">Annunciated for longer than a day at the period's end (target fewer than five).</param>
/// <param name="MeanTimeToAcknowledge">Null where none was acknowledged (vector A14).</param>
/// <param name="MeanTimeToReturn">From the raise to the return; null where none returned.</param>
/// <param name="Unexplained">Shelved, suppressed or taken out of service without a reason (target none).</param>
public sealed record AlarmReport(
    AlarmRate Rate,
    ImmutableArray<int> Bins,
    ImmutableArray<AlarmFlood> Floods,
    PrioritySpread Spread,
    ImmutableArray<FrequentAlarm> Top,
    double? TopShare,
    ImmutableArray<AlarmKey> Chattering,
    int Fleeting,
    ImmutableArray<AlarmKey> Stale,
    TimeSpan? MeanTimeToAcknowledge,
    TimeSpan? MeanTimeToReturn,
    int Unexplained)
{
    public const int TopCount = 10;

    /// <summary>Share of bins above the flood's threshold; null for an empty period (target below 1 of a hundred).</summary>
    public double? OverfullShare => AlarmFlood.OverfullShare(Bins.AsSpan());

    /// <param name="journal">In the order of the entries; what lies outside the period is skipped, save that it may stand at the end.</param>
    /// <param name="consoles">Staffed operator positions.</param>
    public static AlarmReport Of(
        IEnumerable<AlarmTransition> journal, DateTimeOffset from, DateTimeOffset to, int consoles)
    {
        var tally = new AlarmTally(from, to);
        foreach (var entry in journal)
            tally.Add(entry);
        return tally.Report(consoles);
    }
}
