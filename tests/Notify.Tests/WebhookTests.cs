using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Notify.Tests;

/// <summary>Webhooks and robots against a real receiver.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    readonly FakeTimeProvider _time = new(Sample.Start);
    Receiver _receiver = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task A_notice_is_signed_names_its_key_and_says_where_to_look()
    {
        using var sender = Sample.Sender(_time, Sample.Channel(_receiver.Address));

        var sent = await sender.SendAsync(Sample.Notice(1), Sample.Incident(1), Token);

        var (body, key, signature) = Assert.Single(_receiver.Received);
        Assert.Null(sent.Fault);
        Assert.Equal(Sample.Notice(1).Key.ToString(), key);
        Assert.Equal(Expected(body), signature);
        using var document = JsonDocument.Parse(body);
        Assert.Equal(key, document.RootElement.GetProperty("key").GetString());
        Assert.Equal($"https://dcops.example/alarms/{Sample.IdOf(1)}", document.RootElement.GetProperty("link").GetString());
        Assert.Contains("紧急", document.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(_time.GetUtcNow(), Assert.Single(sender.Channels).LastDeliveredAt);
    }

    [Theory]
    [InlineData(500, false, null)]
    [InlineData(429, false, 7)]
    [InlineData(400, true, null)]
    [InlineData(302, true, null)]
    public async Task What_the_other_side_answers_decides_whether_it_is_tried_again(int status, bool isFinal, int? retryAfter)
    {
        _receiver.Answer = _ => (status, "");
        using var sender = Sample.Sender(_time, Sample.Channel(_receiver.Address));

        var sent = await sender.SendAsync(Sample.Notice(1), Sample.Incident(1), Token);

        Assert.NotNull(sent.Fault);
        Assert.Equal((isFinal, retryAfter), (sent.IsFinal, (int?)sent.RetryAfter?.TotalSeconds));
        Assert.Single(_receiver.Received);
        Assert.Equal(sent.Fault, Assert.Single(sender.Channels).Fault);
    }

    [Theory]
    [InlineData(ChannelKind.WeCom, "{\"errcode\":0}", null, false)]
    [InlineData(ChannelKind.WeCom, "{\"errcode\":45009}", "answered code 45009", false)]
    [InlineData(ChannelKind.WeCom, "{\"errcode\":93000}", "answered code 93000", true)]
    [InlineData(ChannelKind.DingTalk, "{\"errcode\":310000}", "answered code 310000", true)]
    [InlineData(ChannelKind.Feishu, "{\"code\":0}", null, false)]
    [InlineData(ChannelKind.Feishu, "no json", "answered something that is no JSON of a robot", false)]
    public async Task A_robot_that_answers_200_is_believed_only_when_its_code_is_0(ChannelKind kind, string answer, string? fault, bool isFinal)
    {
        _receiver.Answer = _ => (200, answer);
        using var sender = Sample.Sender(_time, Sample.Channel(_receiver.Address, kind));

        var sent = await sender.SendAsync(Sample.Notice(1), Sample.Incident(1), Token);

        Assert.Equal((fault, isFinal), (sent.Fault, sent.IsFinal));
    }

    [Fact]
    public async Task A_house_address_is_refused_where_it_was_not_allowed_and_an_unknown_target_is_named()
    {
        using var sender = Sample.Sender(_time, Sample.Channel(_receiver.Address, allowPrivate: false));

        var refused = await sender.SendAsync(Sample.Notice(1), Sample.Incident(1), Token);
        var unknown = await sender.SendAsync(Sample.Notice(1, "nobody"), Sample.Incident(1), Token);

        Assert.Contains("is an address in the house", refused.Fault, StringComparison.Ordinal);
        Assert.Empty(_receiver.Received);
        Assert.True(unknown.IsFinal);
        Assert.Contains("no channel reaches 'nobody'", unknown.Fault, StringComparison.Ordinal);
    }

    string Expected(string body)
    {
        var seconds = _time.GetUtcNow().ToUnixTimeSeconds();
        using var hash = new System.Security.Cryptography.HMACSHA256("key"u8.ToArray());
        return $"t={seconds},v1={Convert.ToHexStringLower(hash.ComputeHash(System.Text.Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }
}
