using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace DcOps.Notify.Tests;

/// <summary>A small mail server (RFC 5321) with STARTTLS and plain login; keeps what it took.</summary>
sealed class MailServer : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Channel<(string Login, string To, string Text, bool IsSecure)> _taken =
        Channel.CreateUnbounded<(string Login, string To, string Text, bool IsSecure)>();
    readonly X509Certificate2? _certificate;
    readonly bool _isSecure;
    readonly Task _serving;

    /// <param name="certificate">With it STARTTLS is offered, or spoken from the start where <paramref name="isSecure"/>.</param>
    public MailServer(X509Certificate2? certificate = null, bool isSecure = false)
    {
        (_certificate, _isSecure) = (certificate, isSecure);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"{(_isSecure ? "smtps" : "smtp")}://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public ChannelReader<(string Login, string To, string Text, bool IsSecure)> Taken => _taken.Reader;

    /// <summary>Answer to RCPT TO.</summary>
    public string Recipient { get; set; } = "250 ok";

    /// <summary>Whom it lets in, as <c>user:password</c>; null lets everybody in.</summary>
    public string? Login { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
        _certificate?.Dispose();
    }

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException || (_stop.IsCancellationRequested && fault is InvalidOperationException))
        {
            _taken.Writer.TryComplete();
        }
    }

    async Task TalkAsync(TcpClient client)
    {
        try
        {
            Stream stream = client.GetStream();
            if (_isSecure)
                stream = await SecureAsync(stream);
            await ConverseAsync(stream);
        }
        catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
        {
            // A client that does not trust the server hangs up.
        }
    }

    async Task ConverseAsync(Stream stream)
    {
        var (isSecure, login, to) = (_isSecure, "", "");
        await SayAsync(stream, "220 mail.example");
        while (await HearAsync(stream) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    var offers = (string[])["mail.example", .. _certificate is not null && !isSecure ? (string[])["STARTTLS"] : [], "AUTH PLAIN"];
                    for (var index = 0; index < offers.Length; index++)
                        await SayAsync(stream, $"250{(index == offers.Length - 1 ? ' ' : '-')}{offers[index]}");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go on");
                    (stream, isSecure) = (await SecureAsync(stream), true);
                    break;
                case "AUTH":
                    login = string.Join(':', Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2])).Split('\0')[1..]);
                    await SayAsync(stream, Login is null || Login == login ? "235 ok" : "535 5.7.8 wrong name or password");
                    break;
                case "RCPT":
                    to += line;
                    await SayAsync(stream, Recipient);
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    var text = new StringBuilder();
                    while (await HearAsync(stream) is { } next && next != ".")
                        text.AppendLine(next);
                    await SayAsync(stream, "250 taken");
                    _taken.Writer.TryWrite((login, to, text.ToString(), isSecure));
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    async Task<Stream> SecureAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }

    async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\n"), _stop.Token);

    // Byte by byte: what follows STARTTLS is not text.
    async Task<string?> HearAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }
}
