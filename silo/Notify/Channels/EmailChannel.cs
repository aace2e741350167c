using System.Net.Sockets;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DcOps.Notify.Channels;

/// <summary>
/// E-mail. <c>Message-Id</c> follows from the notice's key, the same when it is sent again, and what concerns one incident refers to
/// one id, so that mail programs show it together.
/// </summary>
sealed class EmailChannel(ChannelOptions options, string? password, TimeProvider time) : INoticeChannel
{
    const int Patience = 10_000;

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => true;

    public ImmutableArray<NoticeSilence>? Silences => [];

    public Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Message(notice, words);
            using var client = new SmtpClient { Timeout = Patience };
            if (options.Authority is { } file)
                client.ServerCertificateValidationCallback = new Trust(file).Validate;
            var isSecure = options.Address.Scheme == "smtps";
            var port = options.Address.Port > 0 ? options.Address.Port : isSecure ? 465 : 587;
            await using var stream = await PrivateAddress.ConnectAsync(options.Address.Host, port, options.AllowPrivate, cancellationToken);
            await client.ConnectAsync(stream, options.Address.Host, port, Security(isSecure), cancellationToken);
            if (options.User is { } user)
                await client.AuthenticateAsync(user, password ?? "", cancellationToken);
            await client.SendAsync(message, cancellationToken);
            await ByeAsync(client, cancellationToken);
            return new(Name, null);
        }
        catch (Exception fault) when (fault is SmtpCommandException or AuthenticationException or ParseException)
        {
            // 5xx, a wrong password and what is no address do not become right by trying.
            return new(Name, fault.Message, IsFinal: fault is not (SmtpCommandException { StatusCode: < (SmtpStatusCode)500 }));
        }
        catch (Exception fault) when (fault is ProtocolException or SslHandshakeException or IOException or SocketException
            or HttpRequestException or NotSupportedException or TimeoutException)
        {
            return new(Name, fault.Message);
        }
    }

    // Without STARTTLS only in the house, and never with a password.
    SecureSocketOptions Security(bool isSecure) =>
        isSecure ? SecureSocketOptions.SslOnConnect
        : options.AllowPrivate && options.User is null ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;

    MimeMessage Message(Notice notice, NoticeWords words)
    {
        var message = new MimeMessage { Subject = words.Title, Date = time.GetUtcNow(), MessageId = $"{notice.Key}@dcops" };
        message.From.Add(MailboxAddress.Parse(options.From ?? ""));
        foreach (var address in Recipients.Of(options, notice.Target))
            message.To.Add(MailboxAddress.Parse(address));
        message.References.Add($"{notice.Incident}@dcops");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("DcOps-Notice", notice.Key.ToString());
        message.Body = new TextPart("plain") { Text = words.Body };
        return message;
    }

    // The message is taken; how the two part is no matter.
    static async Task ByeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ProtocolException or CommandException)
        {
            NotifyMetrics.PartingFaults.Inc();
        }
    }
}
