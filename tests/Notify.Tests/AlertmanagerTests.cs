using System.Text.Json;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Testing;

namespace DcOps.Notify.Tests;

/// <summary>A real Alertmanager, looked at by its own tool.</summary>
public sealed class AlertmanagerTests : IAsyncLifetime
{
    readonly ScratchFolder _folder = new();
    Alertmanager _alertmanager = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _alertmanager = await Alertmanager.StartAsync(_folder, Token);

    public async ValueTask DisposeAsync()
    {
        if (_alertmanager is not null)
            await _alertmanager.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_stands_is_an_alert_with_labels_and_annotations_and_ends_when_it_is_over()
    {
        using var sender = Sender();

        await sender.ShowAsync([Incident(1), Incident(2)], Token);
        Assert.Null(Assert.Single(sender.Channels).Fault);
        var (shown, alerts) = (await _alertmanager.ToolAsync("alert", "query", "-o", "extended"), await AlertsAsync());
        await sender.ShowAsync([Incident(1) with { IsOver = true, Annunciated = 0 }, Incident(2)], Token);
        var left = await AlertsAsync();

        Assert.Contains("LimitHigh", shown, StringComparison.Ordinal);
        var alert = alerts[Sample.IdOf(1).ToString()];
        Assert.Equal(
            ["LimitHigh", "NJ-01", "NJ-01/R01/A01", "limit-high", "critical"],
            ((string[])["alertname", "facility", "location", "rule", "severity"]).Select(label => alert.GetProperty("labels").GetProperty(label).GetString()));
        Assert.Equal(("14", "42.5", "3"), (Annotation(alert, "racks"), Annotation(alert, "power_kw"), Annotation(alert, "jobs")));
        Assert.Contains("紧急", Annotation(alert, "summary_zh"), StringComparison.Ordinal);
        Assert.Equal([Sample.IdOf(2).ToString()], left.Keys);
    }

    [Fact]
    public async Task One_that_became_more_urgent_is_one_alert_and_shown_again_it_ends_later()
    {
        using var sender = Sender();

        await sender.ShowAsync([Incident(1, AlarmPriority.Major)], Token);
        await sender.ShowAsync([Incident(1)], Token);
        var first = Assert.Single(await AlertsAsync()).Value;
        await sender.ShowAsync([Incident(1)], Token);
        var again = Assert.Single(await AlertsAsync()).Value;

        Assert.Equal("critical", first.GetProperty("labels").GetProperty("severity").GetString());
        Assert.True(again.GetProperty("endsAt").GetDateTimeOffset() > first.GetProperty("endsAt").GetDateTimeOffset());
        Assert.True(first.GetProperty("endsAt").GetDateTimeOffset() > first.GetProperty("updatedAt").GetDateTimeOffset().AddMinutes(4));
    }

    [Fact]
    public async Task Silences_that_people_make_are_read_back_with_author_and_reason_and_go_when_they_expire()
    {
        using var sender = Sender();
        Assert.Null(sender.Silences);
        await sender.ShowAsync([Incident(1)], Token);
        Assert.Empty(sender.Silences!.Value);

        var id = (await _alertmanager.ToolAsync("silence", "add", "alertname=LimitHigh", "facility=~NJ-.*", "--author=li", "--comment=chiller drill", "--duration=1h")).Trim();
        await sender.ShowAsync([Incident(1)], Token);
        var silence = Assert.Single(sender.Silences!.Value);
        await _alertmanager.ToolAsync("silence", "expire", id);
        await sender.ShowAsync([Incident(1)], Token);

        Assert.Equal((id, "li", "chiller drill"), (silence.Id, silence.By, silence.Comment));
        Assert.True(silence.Holds(AlertLabels.Of(Incident(1)), TimeProvider.System.GetUtcNow()));
        Assert.False(silence.Holds(AlertLabels.Of(Incident(1) with { Rule = "humidity" }), TimeProvider.System.GetUtcNow()));
        Assert.Empty(sender.Silences!.Value);
    }

    NoticeSender Sender() => Sample.SenderWith(null, TimeProvider.System, Sample.Channel(_alertmanager.Address, ChannelKind.Alertmanager, name: "alertmanager"));

    static NotifiedIncident Incident(int number, AlarmPriority priority = AlarmPriority.Critical) =>
        Sample.Incident(number, priority) with { AnnunciatedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1) };

    /// <summary>What Alertmanager holds, by the incident.</summary>
    async Task<Dictionary<string, JsonElement>> AlertsAsync()
    {
        using var document = JsonDocument.Parse(await _alertmanager.ToolAsync("alert", "query", "-o", "json"));
        return document.RootElement.EnumerateArray()
            .ToDictionary(alert => alert.GetProperty("labels").GetProperty("incident").GetString() ?? "", alert => alert.Clone());
    }

    static string? Annotation(JsonElement alert, string name) => alert.GetProperty("annotations").GetProperty(name).GetString();
}
