using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Notify.Tests;

/// <summary>Syslog against real receivers.</summary>
public sealed class SyslogTests : IDisposable
{
    readonly FakeTimeProvider _time = new(Sample.Start);
    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_datagram_is_one_message_of_rfc_5424()
    {
        using var receiver = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var sender = Sample.SenderWith(null, _time, Channel($"udp://127.0.0.1:{((IPEndPoint)receiver.Client.LocalEndPoint!).Port}"));

        var sent = await sender.SendAsync(Sample.Notice(1, "log"), Sample.Incident(1), Token);
        Assert.Null(sent.Fault);
        var message = Encoding.UTF8.GetString((await receiver.ReceiveAsync(Token)).Buffer);

        // local0 and critical: 16 x 8 + 2.
        Assert.StartsWith("<130>1 2026-03-02T08:00:00.000Z ", message, StringComparison.Ordinal);
        Assert.Contains($" dcops - raised [notice@32473 key=\"{Sample.Notice(1).Key}\" incident=\"{Sample.IdOf(1)}\" level=\"critical\" facility=\"NJ-01\"] \uFEFF[紧急]", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_counts_its_octets(bool isSecure)
    {
        using var certificate = OwnCertificate.Make(_folder.Of("ca.pem"));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var sender = Sample.SenderWith(null, _time, Channel($"{(isSecure ? "tls" : "tcp")}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}", _folder.Of("ca.pem")));

        var sending = sender.SendAsync(Sample.Notice(1, "log"), Sample.Incident(1), Token);
        using var client = await listener.AcceptTcpClientAsync(Token);
        Stream stream = client.GetStream();
        if (isSecure)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, Token);
            stream = secure;
        }

        using var received = new MemoryStream();
        await stream.CopyToAsync(received, Token);

        Assert.Null((await sending).Fault);
        var bytes = received.ToArray();
        var space = Array.IndexOf(bytes, (byte)' ');
        Assert.Equal(bytes.Length - space - 1, int.Parse(Encoding.ASCII.GetString(bytes, 0, space), System.Globalization.CultureInfo.InvariantCulture));
        Assert.StartsWith("<130>1 ", Encoding.UTF8.GetString(bytes, space + 1, bytes.Length - space - 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_a_fault_that_is_tried_again()
    {
        using var sender = Sample.SenderWith(null, _time, Channel($"tcp://127.0.0.1:{FreePort.Tcp()}"));

        var sent = await sender.SendAsync(Sample.Notice(1, "log"), Sample.Incident(1), Token);

        Assert.NotNull(sent.Fault);
        Assert.False(sent.IsFinal);
    }

    public void Dispose() => _folder.Dispose();

    static ChannelOptions Channel(string address, string? authority = null) =>
        new() { Name = "log", Kind = ChannelKind.Syslog, Address = new(address), Authority = authority, AllowPrivate = true };
}
