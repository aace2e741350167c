using DcOps.History.Feed;
using DcOps.Testing;

namespace DcOps.History.Tests.Feed;

public sealed class FeedCrashTests
{
    [Fact]
    public async Task Every_row_that_a_turn_spooled_survives_kill_9()
    {
        using var folder = new ScratchFolder();
        int promised;
        await using (var writer = WriterProcess.Start("spool", folder.Path))
        {
            await writer.UntilPromisedAsync(60, TestContext.Current.CancellationToken);
            await writer.KillAsync();
            promised = writer.LastPromised!.Value;
        }

        using var spool = new Spool(new FeedOptions(folder.Path), TimeProvider.System);
        var minutes = new List<long>();
        for (var (batch, tickets) = spool.Peek(500); tickets.Length > 0; (batch, tickets) = spool.Peek(500))
        {
            minutes.AddRange(batch.RackMinutes.Select(row => row.Energy!.Value.WattHours).Distinct());
            spool.Done(tickets);
        }

        Assert.InRange(minutes.Count, promised + 1, promised + 2);
        Assert.Equal(Enumerable.Range(0, minutes.Count).Select(minute => (long)minute), minutes);
    }
}
