using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Notify.Tests;

/// <summary>Short messages against a real receiver.</summary>
public sealed class SmsTests : IAsyncLifetime
{
    readonly FakeTimeProvider _time = new(Sample.Start);
    Receiver _receiver = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await Receiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task The_template_is_filled_in_and_escaped_and_the_impact_is_told()
    {
        using var sender = Sample.SenderWith("k\"1", _time, Channel(new() { Body = """{"mobile":"{to}","content":"{text}","auth":"{key}"}""" }));

        var sent = await sender.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);

        Assert.Null(sent.Fault);
        var (body, key, _) = Assert.Single(_receiver.Received);
        using var document = JsonDocument.Parse(body);
        Assert.Equal("+8613800000000", document.RootElement.GetProperty("mobile").GetString());
        Assert.Equal("k\"1", document.RootElement.GetProperty("auth").GetString());
        Assert.Contains("影响：机柜 14 架，42.5 kW（2 架功率未知），站点计划作业 3 个", document.RootElement.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Equal(Sample.Notice(1).Key.ToString(), key);
    }

    [Fact]
    public async Task A_form_is_escaped_as_a_form_and_a_long_text_is_cut()
    {
        using var sender = Sample.SenderWith(null, _time, Channel(new() { Body = "to={to}&text={text}", Form = GatewayForm.Form, MostCharacters = 20 }));

        await sender.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);

        var fields = Assert.Single(_receiver.Received).Body.Split('&').Select(field => Uri.UnescapeDataString(field.Split('=')[1])).ToList();
        Assert.Equal("+8613800000000", fields[0]);
        Assert.Equal((20, '…'), (fields[1].Length, fields[1][^1]));
    }

    [Fact]
    public async Task An_answer_that_is_no_receipt_is_tried_again()
    {
        _receiver.Answer = _ => (200, "{\"code\": 7}");
        using var sender = Sample.SenderWith(null, _time, Channel(new() { Body = "{text}", Form = GatewayForm.Text, Accepts = "\"code\": 0" }));

        var sent = await sender.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);

        Assert.Contains("no receipt", sent.Fault, StringComparison.Ordinal);
        Assert.False(sent.IsFinal);
    }

    ChannelOptions Channel(GatewayOptions gateway) => new()
    {
        Name = "sms",
        Kind = ChannelKind.Sms,
        Address = _receiver.Address,
        To = ImmutableSortedDictionary<string, string>.Empty.Add("li", "+8613800000000"),
        Gateway = gateway,
        AllowPrivate = true,
    };
}
