using DcOps.Testing;
using DcOps.Upload.Standing;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Tests;

public sealed class UploadJournalTests : IDisposable
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 1, 15, 0, TimeSpan.Zero);

    readonly ScratchFolder _folder = new();

    string File => _folder.Of("upload", "answers.json");

    [Fact]
    public void What_destinations_answered_last_is_known_after_a_restart()
    {
        var journal = Opened();
        journal.Acknowledged("province", At);
        journal.Refused("province", new(At.AddMinutes(1), "D1|3300|0|202603020100|1", "422", "no such code"));
        journal.Failed("ministry", new(At.AddMinutes(2), null, null, "nobody answers"));

        var again = Opened();

        Assert.Equal(journal.Of("province"), again.Of("province"));
        Assert.Equal(At, again.Of("province").AcknowledgedAt);
        Assert.Equal("no such code", again.Of("province").Refusal!.Text);
        Assert.Equal((null, "nobody answers"), (again.Of("ministry").AcknowledgedAt, again.Of("ministry").Failure!.Text));
        Assert.Equal(DestinationNews.None, again.Of("nobody"));
    }

    [Fact]
    public void An_acknowledgement_ends_a_failure_over_restarts_too()
    {
        Opened().Failed("province", new(At, null, "503", "away"));

        Opened().Acknowledged("province", At.AddHours(1));

        Assert.Equal(new DestinationNews(At.AddHours(1), null, null), Opened().Of("province"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"province\": ")]
    [InlineData("null")]
    public void A_file_that_cannot_be_read_begins_anew(string content)
    {
        Opened().Acknowledged("province", At);
        System.IO.File.WriteAllText(File, content);

        var journal = Opened();
        Assert.Equal(DestinationNews.None, journal.Of("province"));
        journal.Acknowledged("province", At);

        Assert.Equal(At, Opened().Of("province").AcknowledgedAt);
    }

    [Fact]
    public void A_disk_that_refuses_does_not_end_the_sending()
    {
        var journal = Opened();
        // A folder of that name stands where the file is written.
        Directory.CreateDirectory(File + ".new");

        journal.Acknowledged("province", At);

        Assert.Equal(At, journal.Of("province").AcknowledgedAt);
        Assert.Equal(DestinationNews.None, Opened().Of("province"));
    }

    public void Dispose() => _folder.Dispose();

    UploadJournal Opened() => UploadJournal.Open(File, NullLogger<UploadJournal>.Instance);
}
