using System.Buffers;
using DcOps.Contracts;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;
using Microsoft.AspNetCore.Http.Features;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>
/// The silo's side of <see cref="DeliveryCodec"/>: the head when the batches are queued, the body when every receipt is
/// known. A refusal is a status with one plain sentence; nothing of a refused delivery is queued.
/// </summary>
sealed partial class IngestEndpoint(IIngest ingest, IngestSettings settings, ILogger<IngestEndpoint> logger)
{
    const int MostBytes = 64 << 20;
    const string Scheme = "Bearer ";

    /// <summary>Of this process: a delivery that follows one to another process is refused.</summary>
    readonly string _epoch = Guid.NewGuid().ToString("n");

    public async Task AnswerAsync(HttpContext context)
    {
        if (EnrolmentOf(context) is not { } enrolment)
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "token", "The token is missing or unknown here.");
        else if (IsOfAnotherProcess(context))
            await RefuseAsync(context, StatusCodes.Status409Conflict, "epoch", "This silo started anew; deliver again from the first without receipt.");
        else if (await BatchesAsync(context, enrolment) is { } batches)
            await DeliverAsync(context, batches);
    }

    async Task DeliverAsync(HttpContext context, ImmutableArray<ReadingBatch> batches)
    {
        var receipts = ingest.DeliverAsync(batches, context.RequestAborted);
        context.Response.ContentType = DeliveryCodec.ReceiptsMediaType;
        context.Response.Headers[DeliveryCodec.EpochHeader] = _epoch;
        await context.Response.Body.FlushAsync(context.RequestAborted);

        var body = new ArrayBufferWriter<byte>(1_024);
        DeliveryCodec.EncodeReceipts(await receipts, body);
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    /// <summary>Null when the delivery was refused, and answered so.</summary>
    async Task<ImmutableArray<ReadingBatch>?> BatchesAsync(HttpContext context, Enrolment enrolment)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        using var body = new MemoryStream((int)Math.Clamp(context.Request.ContentLength ?? 0, 0, MostBytes));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);

        var fault = DeliveryCodec.DecodeBatches(body.GetBuffer().AsSpan(0, (int)body.Length), out var batches);
        if (fault != WireFault.None || batches.IsEmpty)
        {
            var reason = fault == WireFault.None ? "it holds no batch" : $"{fault}";
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "unreadable", $"The delivery cannot be read: {reason}.");
            return null;
        }

        if (batches.Select(enrolment.Objection).FirstOrDefault(objection => objection is not null) is { } found)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "scope", found);
            return null;
        }

        if (batches.Zip(batches.Skip(1)).Any(pair => pair.Second.Sequence <= pair.First.Sequence))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "order", "The batches are not in order of sequence.");
            return null;
        }

        return batches;
    }

    Enrolment? EnrolmentOf(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var hash = Enrolment.Hash(header[Scheme.Length..]);
        return settings.Enrolments.FirstOrDefault(enrolment => enrolment.IsOf(hash));
    }

    bool IsOfAnotherProcess(HttpContext context)
    {
        var told = context.Request.Headers[DeliveryCodec.EpochHeader].ToString();
        return told != DeliveryCodec.NewEpoch && told != _epoch;
    }

    Task RefuseAsync(HttpContext context, int status, string reason, string sentence)
    {
        SiloMetrics.DeliveriesRefused.WithLabels(reason).Inc();
        LogRefused(context.Connection.RemoteIpAddress, sentence);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Warning, "Delivery from {Remote} refused: {Reason}")]
    partial void LogRefused(System.Net.IPAddress? remote, string reason);
}
