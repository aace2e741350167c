using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Telemetry;

namespace DcOps.Notify.Channels;

/// <summary>
/// Syslog: RFC 5424 over UDP (RFC 5426), TCP (RFC 6587, octets counted) or TLS (RFC 5425). Syslog knows no receipt: a notice counts as
/// delivered when the network has taken it, over TCP and TLS when the other side has not closed meanwhile.
/// </summary>
sealed class SyslogChannel(ChannelOptions options, TimeProvider time) : INoticeChannel
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => options.Name;

    public string Kind => KebabCase.Of(options.Kind);

    public bool CarriesNotices => true;

    public ImmutableArray<NoticeSilence>? Silences => [];

    public Task<string?> ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, NoticeWords words, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var message = SyslogMessage.Of(notice, incident, words, options.Facility, Environment.MachineName, time.GetUtcNow());
        try
        {
            if (options.Address.Scheme == "udp")
                await SendDatagramAsync(message, either.Token);
            else
                await SendStreamAsync(message, either.Token);
            return new(Name, null);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new(Name, "did not take it within ten seconds");
        }
        catch (Exception fault) when (fault is IOException or SocketException or HttpRequestException or AuthenticationException)
        {
            return new(Name, fault.Message);
        }
    }

    async Task SendDatagramAsync(byte[] message, CancellationToken cancellationToken)
    {
        var address = (await PrivateAddress.ResolveAsync(options.Address.Host, options.AllowPrivate, cancellationToken))[0];
        using var client = new UdpClient(address.AddressFamily);
        await client.SendAsync(message, new(address, Port(514)), cancellationToken);
    }

    async Task SendStreamAsync(byte[] message, CancellationToken cancellationToken)
    {
        var isSecure = options.Address.Scheme == "tls";
        await using var plain = await PrivateAddress.ConnectAsync(options.Address.Host, Port(isSecure ? 6514 : 601), options.AllowPrivate, cancellationToken);
        await using var stream = isSecure ? await SecureAsync(plain, cancellationToken) : plain;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length} ")), cancellationToken);
        await stream.WriteAsync(message, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    async Task<Stream> SecureAsync(Stream plain, CancellationToken cancellationToken)
    {
        var secure = new SslStream(plain, leaveInnerStreamOpen: false, options.Authority is { } file ? new Trust(file).Validate : null);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Address.Host }, cancellationToken);
        return secure;
    }

    int Port(int usual) => options.Address.Port > 0 ? options.Address.Port : usual;
}
