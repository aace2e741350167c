using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Inbox;
using DcOps.Domain.Topology;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Alarms.Inbox;

/// <summary>Random rows; 100 runs of 300 changes.</summary>
public sealed class InboxViewTests
{
    [Property(MaxTest = 100)]
    public void Pages_are_the_rows_worst_first_whatever_changed(int seed)
    {
        var (random, view, kept) = (new Random(seed), new InboxView(), new Dictionary<AlarmId, InboxRow>());
        for (var change = 0; change < 300; change++)
        {
            var row = Row(random, random.Next(80));
            if (random.Next(4) == 0)
            {
                Assert.Equal(kept.Remove(row.Incident), view.Remove(row.Incident));
                continue;
            }

            view.Put(row);
            kept[row.Incident] = row;
        }

        var read = new List<InboxRow>();
        while (view.Page(read.LastOrDefault(), 7, null) is { IsEmpty: false } page)
            read.AddRange(page);

        Assert.Equal(kept.Values.Order(InboxOrder.WorstFirst), read);
    }

    [Fact]
    public void A_page_goes_on_after_a_row_that_is_gone_and_counts_after_the_filter()
    {
        var view = new InboxView();
        var rows = Enumerable.Range(0, 20).Select(number => Row(new Random(number), number)).Order(InboxOrder.WorstFirst).ToList();
        rows.ForEach(view.Put);
        view.Remove(rows[9].Incident);

        Assert.Equal(rows[10], view.Page(rows[9], 1, null).Single());
        Assert.Equal(
            rows.Where(row => row.Priority == AlarmPriority.Critical && row != rows[9]).Take(3),
            view.Page(null, 3, row => row.Priority == AlarmPriority.Critical));
    }

    [Fact]
    public void What_waits_for_somebody_comes_before_what_is_more_urgent_and_seen()
    {
        var seen = Row(new Random(1), 1) with { State = AlarmState.Acknowledged, Priority = AlarmPriority.Critical };
        var waits = Row(new Random(2), 2) with { State = AlarmState.Unacknowledged, Priority = AlarmPriority.Advisory };

        Assert.True(InboxOrder.WorstFirst.Compare(waits, seen) < 0);
    }

    static InboxRow Row(Random random, int number) => new(
        AlarmId.Of($"row {number}"), FacilityId.Parse("NJ-01"), (AlarmState)random.Next(1, 6), (AlarmPriority)random.Next(1, 5),
        new(random.Next(3), null, 0, null), AlarmScene.At(random.Next(3)), AlarmScene.At(10), 1, 1, false, false, null,
        AlarmText.Of("incident.single"), AlarmText.Of("incident.single"));
}
