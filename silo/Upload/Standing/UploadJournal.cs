using System.Text.Json;
using DcOps.Contracts.Ledger;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DcOps.Upload.Standing;

/// <summary>
/// What destinations answered last, over restarts: a small file that is replaced as a whole. Safe for several threads.
/// </summary>
public sealed partial class UploadJournal
{
    readonly Lock _gate = new();
    readonly string? _path;
    readonly ILogger<UploadJournal> _logger;
    readonly Dictionary<string, DestinationNews> _news;
    bool _isUnwritten;

    /// <summary>A journal that ends with the process.</summary>
    public UploadJournal()
        : this(null, NullLogger<UploadJournal>.Instance, new(StringComparer.Ordinal))
    {
    }

    UploadJournal(string? path, ILogger<UploadJournal> logger, Dictionary<string, DestinationNews> news) =>
        (_path, _logger, _news) = (path, logger, news);

    /// <summary>The journal in a file; one that cannot be read begins anew, and acknowledgements themselves are the spool's.</summary>
    /// <exception cref="IOException">The folder cannot be read or made.</exception>
    public static UploadJournal Open(string path, ILogger<UploadJournal> logger)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var news = new Dictionary<string, DestinationNews>(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path) && JsonSerializer.Deserialize<Dictionary<string, DestinationNews>>(File.ReadAllText(path)) is { } kept)
                news = new(kept, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            LogUnreadable(logger, path);
        }

        return new(path, logger, news);
    }

    internal DestinationNews Of(string destination)
    {
        lock (_gate)
            return _news.GetValueOrDefault(destination, DestinationNews.None);
    }

    public void Acknowledged(string destination, DateTimeOffset at) =>
        Change(destination, news => news with { AcknowledgedAt = at, Failure = null });

    public void Refused(string destination, UploadRefusal refusal) =>
        Change(destination, news => news with { Refusal = refusal, Failure = null });

    public void Failed(string destination, UploadRefusal failure) => Change(destination, news => news with { Failure = failure });

    void Change(string destination, Func<DestinationNews, DestinationNews> change)
    {
        lock (_gate)
        {
            _news[destination] = change(_news.GetValueOrDefault(destination, DestinationNews.None));
            if (_path is not null)
                Write(_path);
        }
    }

    // Nothing is lost with it but what the page says after a restart, so that a full disk must not end the sending.
    void Write(string path)
    {
        try
        {
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(_news));
            File.Move(path + ".new", path, overwrite: true);
            _isUnwritten = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_isUnwritten)
                LogUnwritten(fault, path);
            _isUnwritten = true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Path} cannot be written: after a restart the last answers of the destinations are not known")]
    partial void LogUnwritten(Exception fault, string path);

    [LoggerMessage(LogLevel.Warning, "{Path} cannot be read: the last answers of the destinations begin anew")]
    static partial void LogUnreadable(ILogger logger, string path);
}
