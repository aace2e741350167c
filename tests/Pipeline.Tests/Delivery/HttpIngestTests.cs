using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using DcOps.Collectors.Pipeline.Delivery;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>Against a real server on the loopback address.</summary>
public sealed class HttpIngestTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Brings_batches_there_and_receipts_back()
    {
        await using var silo = await Silo.StartAsync();
        var ingest = silo.Client("the-token");

        var receipts = await ingest.DeliverAsync([Batch(1), Batch(2)], Token);

        Assert.Equal([new("nj-01", 1, IngestOutcome.Stored), new("nj-01", 2, IngestOutcome.Stored)], receipts);
        Assert.Equal(["Bearer the-token"], silo.Tokens);
    }

    [Fact]
    public async Task Lets_deliveries_overlap_but_not_overtake()
    {
        await using var silo = await Silo.StartAsync();
        var ingest = silo.Client(null);
        silo.HoldReceipts = new();

        var deliveries = Enumerable.Range(1, 20).Select(sequence => ingest.DeliverAsync([Batch(sequence)], Token)).ToList();
        await silo.ArrivedAsync(20);
        var answeredBefore = deliveries.Count(delivery => delivery.IsCompleted);
        silo.HoldReceipts.SetResult();
        await Task.WhenAll(deliveries);

        Assert.Equal(0, answeredBefore);
        Assert.Equal(Enumerable.Range(1, 20).Select(sequence => (long)sequence), silo.Arrivals);
    }

    [Fact]
    public async Task Lets_nothing_pass_a_delivery_that_failed_until_it_comes_again()
    {
        await using var silo = await Silo.StartAsync();
        var ingest = silo.Client(null);
        await ingest.DeliverAsync([Batch(1)], Token);
        silo.Refuse = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => ingest.DeliverAsync([Batch(2)], Token));
        silo.Refuse = false;

        await Assert.ThrowsAsync<HttpRequestException>(() => ingest.DeliverAsync([Batch(3)], Token));
        await ingest.DeliverAsync([Batch(2)], Token);
        await ingest.DeliverAsync([Batch(3)], Token);

        Assert.Equal([1L, 2L, 3L], silo.Arrivals);
    }

    [Fact]
    public async Task Is_refused_by_a_silo_that_started_anew_until_it_begins_anew_itself()
    {
        await using var silo = await Silo.StartAsync();
        var ingest = silo.Client(null);
        await ingest.DeliverAsync([Batch(1)], Token);
        silo.Epoch = "second-process";

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => ingest.DeliverAsync([Batch(2)], Token));
        var receipts = await ingest.DeliverAsync([Batch(2)], Token);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(IngestOutcome.Stored, receipts.Single().Outcome);
    }

    static ReadingBatch Batch(long sequence) => TestBatches.Open((int)sequence).Number("nj-01", sequence);

    /// <summary>The silo's side of the wire, as <see cref="DeliveryCodec"/> describes it.</summary>
    sealed class Silo : IAsyncDisposable
    {
        readonly WebApplication _application;
        readonly SemaphoreSlim _arrived = new(0);

        Silo()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _application = builder.Build();
            _application.MapPost(DeliveryCodec.Path, AnswerAsync);
        }

        public string Epoch { get; set; } = "first-process";

        public bool Refuse { get; set; }

        public TaskCompletionSource? HoldReceipts { get; set; }

        public ConcurrentQueue<long> Arrivals { get; } = new();

        public ConcurrentQueue<string> Tokens { get; } = new();

        public static async Task<Silo> StartAsync()
        {
            var silo = new Silo();
            await silo._application.StartAsync();
            return silo;
        }

        public HttpIngest Client(string? token)
        {
            var address = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
            return new(new HttpClient { BaseAddress = new(address), Timeout = Timeout.InfiniteTimeSpan }, token);
        }

        public async Task ArrivedAsync(int deliveries)
        {
            for (; deliveries > 0; deliveries--)
                Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(20)), "a delivery did not arrive");
        }

        public async ValueTask DisposeAsync() => await _application.DisposeAsync();

        async Task AnswerAsync(HttpContext context)
        {
            var told = context.Request.Headers[DeliveryCodec.EpochHeader].ToString();
            if (Refuse || (told != DeliveryCodec.NewEpoch && told != Epoch))
            {
                context.Response.StatusCode = Refuse ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict;
                return;
            }

            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Assert.Equal(WireFault.None, DeliveryCodec.DecodeBatches(body.ToArray(), out var batches));
            foreach (var batch in batches)
                Arrivals.Enqueue(batch.Sequence);
            if (context.Request.Headers.Authorization.Count > 0)
                Tokens.Enqueue(context.Request.Headers.Authorization.ToString());
            context.Response.Headers[DeliveryCodec.EpochHeader] = Epoch;
            await context.Response.Body.FlushAsync();
            _arrived.Release();
            if (HoldReceipts is { } held)
                await held.Task;

            var receipts = new ArrayBufferWriter<byte>();
            DeliveryCodec.EncodeReceipts([.. batches.Select(batch => new IngestReceipt(batch.Collector, batch.Sequence, IngestOutcome.Stored))], receipts);
            await context.Response.Body.WriteAsync(receipts.WrittenMemory);
        }
    }
}
