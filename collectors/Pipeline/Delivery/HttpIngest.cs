using System.Buffers;
using System.Net.Http.Headers;
using DcOps.Contracts;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>The silo's ingest over HTTP, for a collector at a site of its own; connections go outward only.</summary>
/// <param name="client">With the silo's base address; its timeout is infinite, since receipts take a checkpoint interval.</param>
/// <param name="token">Sent as bearer token; null when none is asked for.</param>
public sealed class HttpIngest(HttpClient client, string? token) : IIngest
{
    readonly DeliverySession _session = new();

    /// <exception cref="HttpRequestException">The silo did not answer, or refused.</exception>
    public async Task<ImmutableArray<IngestReceipt>> DeliverAsync(
        ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        using var place = _session.Enter(batches[0].Sequence);
        var epoch = await place.TurnAsync(cancellationToken);
        using var request = Request(batches, epoch);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        place.Accepted(response.Headers.TryGetValues(DeliveryCodec.EpochHeader, out var told) ? told.First() : DeliveryCodec.NewEpoch);

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var fault = DeliveryCodec.DecodeReceipts(body, out var receipts);
        if (fault != WireFault.None)
            throw new HttpRequestException($"The silo answered with receipts that cannot be read: {fault}.");

        place.Answered();
        return receipts;
    }

    HttpRequestMessage Request(ImmutableArray<ReadingBatch> batches, string epoch)
    {
        var body = new ArrayBufferWriter<byte>(1 << 16);
        DeliveryCodec.EncodeBatches(batches, body);
        var request = new HttpRequestMessage(HttpMethod.Post, DeliveryCodec.Path)
        {
            Content = new ReadOnlyMemoryContent(body.WrittenMemory)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(DeliveryCodec.BatchesMediaType) },
            },
        };
        request.Headers.Add(DeliveryCodec.EpochHeader, epoch);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return request;
    }
}
