using System.Collections.Concurrent;
using DcOps.Contracts.Ledger;

namespace DcOps.Upload.Standing;

/// <summary>What destinations answered last, since the process started. Safe for several threads.</summary>
public sealed class UploadJournal
{
    readonly ConcurrentDictionary<string, DestinationNews> _news = new(StringComparer.Ordinal);

    internal DestinationNews Of(string destination) => _news.GetValueOrDefault(destination, DestinationNews.None);

    public void Acknowledged(string destination, DateTimeOffset at) =>
        Change(destination, news => news with { AcknowledgedAt = at, Failure = null });

    public void Refused(string destination, UploadRefusal refusal) =>
        Change(destination, news => news with { Refusal = refusal, Failure = null });

    public void Failed(string destination, UploadRefusal failure) => Change(destination, news => news with { Failure = failure });

    void Change(string destination, Func<DestinationNews, DestinationNews> change) =>
        _news.AddOrUpdate(destination, _ => change(DestinationNews.None), (_, before) => change(before));
}
