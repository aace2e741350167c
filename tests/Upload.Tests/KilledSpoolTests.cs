using System.Globalization;
using DcOps.Testing;
using DcOps.Upload.Spool;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Tests;

public sealed class KilledSpoolTests
{
    [Fact]
    public async Task A_process_killed_while_it_writes_has_kept_every_item_that_it_promised()
    {
        using var folder = new ScratchFolder();
        var promised = -1;
        for (var round = 0; round < 3; round++)
        {
            await using var writer = ExternalProgram.Start(
                "dotnet", [Path.Combine(AppContext.BaseDirectory, "DcOps.Benchmarks.Upload.dll"), "--write", folder.Path]);
            await writer.UntilAsync("200 items", _ => Task.FromResult(Promised(writer) >= 200), TestContext.Current.CancellationToken);
            await writer.KillAsync();
            promised = Math.Max(promised, Promised(writer));

            var spool = ItemSpool.Open(folder.Path, ["province"], new(), NullLogger<ItemSpool>.Instance);
            var kept = spool.ItemsOf(new(2026, 1, 1), new(2030, 1, 1));
            Assert.InRange(kept.Length, promised + 1, int.MaxValue);
            Assert.Equal(kept.Length, kept.Select(item => item.Key).Distinct(StringComparer.Ordinal).Count());
            // The line that says so may have been lost with the process, and no more than one acknowledgement with it.
            Assert.InRange(spool.PendingOf("province").Count, 0, kept.Length - ((promised + 1) / 2));
        }
    }

    static int Promised(ExternalProgram writer) => writer.Output.Split('\n')
        .Select(line => int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : -1).Max();
}
