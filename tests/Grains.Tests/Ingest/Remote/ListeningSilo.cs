using System.Buffers;
using System.Net;
using DcOps.Contracts;
using DcOps.Contracts.Wire;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Silo.Host.Ingest.Remote;
using DcOps.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Grains.Tests.Ingest.Remote;

/// <summary>The ingest's listener beside a page of the product, on real sockets; what comes in is only remembered.</summary>
sealed class ListeningSilo : IAsyncDisposable, IIngest
{
    public const string TokenOfNanjing = "nanjing-token-of-the-test";
    readonly WebApplication _application;
    readonly HttpClient _client = new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = static (_, shown, _, _) => shown?.Subject == "CN=dcops.test" },
    });

    ListeningSilo(string scheme, string extra)
    {
        IngestPort = FreePort.Tcp();
        PagePort = FreePort.Tcp();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls($"http://127.0.0.1:{PagePort}");
        builder.Services.AddSingleton<IIngest>(this);
        var document = ConfigurationDocument.Parse("silo.json", Text($"{scheme}://127.0.0.1:{IngestPort}", extra));
        builder.AddRemoteIngest(document, Site.Inventory);
        document.ThrowIfFaulty();
        _application = builder.Build();
        _application.MapRemoteIngest();
        _application.MapGet("/", () => "the first page");
        Scheme = scheme;
    }

    public int IngestPort { get; }

    public int PagePort { get; }

    string Scheme { get; }

    public List<long> Taken { get; } = [];

    public TaskCompletionSource? Hold { get; set; }

    public static string Text(string address, string extra = "") => $$"""
        {
          "ingest": {
            "address": "{{address}}",
            {{extra}}
            "collectors": [{ "name": "snmp-nj", "token": "text:{{TokenOfNanjing}}", "facilities": ["NJ-01"] }]
          }
        }
        """;

    public static async Task<ListeningSilo> StartAsync(string scheme = "http", string extra = "")
    {
        var silo = new ListeningSilo(scheme, extra);
        await silo._application.StartAsync(TestContext.Current.CancellationToken);
        return silo;
    }

    public async Task<HttpResponseMessage> PostAsync(
        ImmutableArray<ReadingBatch> batches, string? token = TokenOfNanjing, string epoch = DeliveryCodec.NewEpoch, int? port = null)
    {
        var body = new ArrayBufferWriter<byte>();
        DeliveryCodec.EncodeBatches(batches, body);
        return await PostAsync(body.WrittenMemory, token, epoch, port);
    }

    public async Task<HttpResponseMessage> PostAsync(
        ReadOnlyMemory<byte> body, string? token = TokenOfNanjing, string epoch = DeliveryCodec.NewEpoch, int? port = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(port ?? IngestPort, DeliveryCodec.Path))
        {
            Content = new ReadOnlyMemoryContent(body),
        };
        request.Headers.Add(DeliveryCodec.EpochHeader, epoch);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> GetAsync(int port)
    {
        using var response = await _client.GetAsync(Address(port, "/"), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public async Task<ImmutableArray<IngestReceipt>> DeliverAsync(ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        Taken.AddRange(batches.Select(batch => batch.Sequence));
        if (Hold is { } hold)
            await hold.Task.WaitAsync(cancellationToken);
        return [.. batches.Select(batch => new IngestReceipt(batch.Collector, batch.Sequence, IngestOutcome.Stored))];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    Uri Address(int port, string path) => new($"{(port == IngestPort ? Scheme : "http")}://127.0.0.1:{port}{path}");
}
