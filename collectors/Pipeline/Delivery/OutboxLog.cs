using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>What an outbox has to say.</summary>
static partial class OutboxLog
{
    [LoggerMessage(LogLevel.Warning, "The end of {Path} was torn by a crash: {Bytes} bytes without a whole batch were cut off")]
    public static partial void Torn(this ILogger<Outbox> logger, string path, long bytes);

    [LoggerMessage(LogLevel.Error, "The outbox {Folder} cannot be written; batches are kept in memory while there is room")]
    public static partial void DiskRefuses(this ILogger<Outbox> logger, string folder, Exception refused);

    [LoggerMessage(LogLevel.Information, "The outbox {Folder} can be written again")]
    public static partial void DiskAccepts(this ILogger<Outbox> logger, string folder);

    [LoggerMessage(LogLevel.Error, "The outbox {Folder} gave up {Batches} batches without receipt: {Reason}")]
    public static partial void Dropped(this ILogger<Outbox> logger, string folder, long batches, DropReason reason);
}
