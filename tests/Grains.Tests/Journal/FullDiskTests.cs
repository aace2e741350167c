using System.Diagnostics;
using DcOps.Grains.Journal;
using DcOps.Silo.Host.Journal;
using DcOps.Testing;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Tests.Journal;

/// <summary>A disk of a megabyte, which fills.</summary>
public sealed class FullDiskTests : IDisposable
{
    readonly ScratchFolder _scratch = new();
    bool _isMounted;

    public void Dispose()
    {
        if (_isMounted)
            Run("umount", _scratch.Path);
        _scratch.Dispose();
    }

    [Fact]
    public async Task Says_that_the_disk_is_full_takes_nothing_and_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "A small disk is mounted by root on Linux alone.");
        _isMounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "dcops-test", _scratch.Path);
        Assert.SkipUnless(_isMounted, "This machine lets nobody mount.");
        var ballast = _scratch.Of("ballast");
        await File.WriteAllBytesAsync(ballast, new byte[900 << 10], TestContext.Current.CancellationToken);
        var log = new WrittenLog<FileJournal>();
        await using var journal = new FileJournal(
            _scratch.Of("journal"), new() { Pace = TimeSpan.Zero, RetryAfter = TimeSpan.FromMilliseconds(50) }, static _ => true, TimeProvider.System, log);
        var place = ((IDeliveryJournal)journal).Open("room/A");

        long? last = null;
        while (place.Append(0, Site.Start, new byte[10_000]) is { } position)
        {
            last = position;
            await journal.FlushAsync();
        }

        Assert.Contains("No space left", journal.Fault, StringComparison.Ordinal);
        Assert.True(journal.DurableThrough < last);
        Assert.Single(log.Lines, line => line.Level == LogLevel.Error);

        File.Delete(ballast);
        while (journal.Fault is not null)
            await journal.FlushAsync();

        Assert.Equal(last, journal.DurableThrough);
        Assert.NotNull(place.Append(0, Site.Start, new byte[10]));
    }

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
