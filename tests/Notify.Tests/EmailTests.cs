using System.Security.Cryptography.X509Certificates;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Notify.Tests;

/// <summary>E-mail against a mail server on a real port.</summary>
public sealed class EmailTests : IDisposable
{
    readonly FakeTimeProvider _time = new(Sample.Start);
    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notice_goes_by_tls_after_a_login_to_the_persons_own_address_under_an_id_of_its_own(bool isSecure)
    {
        await using var server = new MailServer(Certificate(), isSecure) { Login = "dcops:secret" };
        using var sender = Sample.SenderWith("secret", _time, Channel(server.Address, user: "dcops"));

        var sent = await sender.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);
        Assert.Null(sent.Fault);
        var (login, to, text, wasSecure) = await server.Taken.ReadAsync(Token);

        Assert.Equal(("dcops:secret", true), (login, wasSecure));
        Assert.Contains("<li@mail.example>", to, StringComparison.Ordinal);
        Assert.DoesNotContain("wang", to, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{Sample.Notice(1).Key}@dcops>", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"References: <{Sample.IdOf(1)}@dcops>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channels_own_name_reaches_everybody_and_plain_text_is_spoken_only_in_the_house()
    {
        await using var server = new MailServer();
        using var inside = Sample.SenderWith(null, _time, Channel(server.Address));
        using var outside = Sample.SenderWith("secret", _time, Channel(server.Address, user: "dcops"));

        var taken = await inside.SendAsync(Sample.Notice(1, "mail"), Sample.Incident(1), Token);
        var refused = await outside.SendAsync(Sample.Notice(2, "mail"), Sample.Incident(2), Token);
        var (_, to, _, _) = await server.Taken.ReadAsync(Token);

        Assert.Null(taken.Fault);
        Assert.Contains("li@mail.example", to, StringComparison.Ordinal);
        Assert.Contains("wang@mail.example", to, StringComparison.Ordinal);
        // A password never goes in the clear.
        Assert.Contains("STARTTLS", refused.Fault, StringComparison.Ordinal);
        Assert.False(server.Taken.TryRead(out _));
    }

    [Theory]
    [InlineData("450 4.2.1 later", false)]
    [InlineData("550 5.1.1 nobody of that name", true)]
    public async Task What_the_server_answers_decides_whether_it_is_tried_again(string answer, bool isFinal)
    {
        await using var server = new MailServer { Recipient = answer };
        using var sender = Sample.SenderWith(null, _time, Channel(server.Address));

        var sent = await sender.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);

        Assert.Contains(answer[4..], sent.Fault, StringComparison.Ordinal);
        Assert.Equal(isFinal, sent.IsFinal);
    }

    [Fact]
    public async Task A_wrong_password_is_final_and_an_unknown_authority_is_refused()
    {
        await using var server = new MailServer(Certificate()) { Login = "dcops:secret" };
        using var wrong = Sample.SenderWith("guess", _time, Channel(server.Address, user: "dcops"));
        using var stranger = Sample.SenderWith("secret", _time, Channel(server.Address, user: "dcops", authority: Other()));

        var refused = await wrong.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);
        var untrusted = await stranger.SendAsync(Sample.Notice(1, "li"), Sample.Incident(1), Token);

        Assert.True(refused.IsFinal);
        Assert.NotNull(untrusted.Fault);
        Assert.False(server.Taken.TryRead(out _));
    }

    public void Dispose() => _folder.Dispose();

    X509Certificate2 Certificate() => OwnCertificate.Make(_folder.Of("ca.pem"));

    string Other()
    {
        using var other = OwnCertificate.Make(_folder.Of("other.pem"));
        return _folder.Of("other.pem");
    }

    ChannelOptions Channel(Uri address, string? user = null, string? authority = null) => new()
    {
        Name = "mail",
        Kind = ChannelKind.Email,
        Address = address,
        User = user,
        From = "dcops@mail.example",
        To = ImmutableSortedDictionary<string, string>.Empty.Add("li", "li@mail.example").Add("wang", "wang@mail.example"),
        Authority = File.Exists(_folder.Of("ca.pem")) ? authority ?? _folder.Of("ca.pem") : null,
        AllowPrivate = true,
    };
}
