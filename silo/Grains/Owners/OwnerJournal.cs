using System.Buffers;
using System.Runtime.CompilerServices;
using DcOps.Contracts.Wire;
using DcOps.Domain.Telemetry;
using DcOps.Grains.Journal;

namespace DcOps.Grains.Owners;

/// <summary>
/// One owner's records in the journal, and which sequences they make durable. When the journal refused a record, what
/// follows cannot be folded again without it: so records begin anew at the next image, and count only once that is durable.
/// </summary>
sealed class OwnerJournal(IJournalPlace place)
{
    const int MostBatchesOfRecord = 1_024;

    readonly Dictionary<string, JournaledSequences> _tracks = new(StringComparer.Ordinal);
    readonly ArrayBufferWriter<byte> _record = new(1_024);
    long _basis;
    bool _isBehind;

    public long Position => place.Position;

    /// <summary>Whether an image is wanted before its time: something folded is in no record, or the journal fills.</summary>
    public bool IsWanted => _isBehind || place.IsWanted;

    /// <param name="batches">Not folded before; in order of sequence.</param>
    public void Folded(string collector, ImmutableArray<ReadingBatch> batches, DateTimeOffset receivedAt)
    {
        for (var from = 0; from < batches.Length && !_isBehind; from += MostBatchesOfRecord)
        {
            var length = Math.Min(MostBatchesOfRecord, batches.Length - from);
            Append(collector, length == batches.Length ? batches : batches.Slice(from, length), receivedAt);
        }
    }

    /// <summary>An image of everything folded so far is on its way.</summary>
    public void Imaged(long version)
    {
        if (_isBehind)
            _basis = version;
        _isBehind = false;
    }

    /// <summary>Highest sequence of the collector that records make durable; 0 when there is none.</summary>
    /// <param name="image">Version of the newest durable image.</param>
    public long DurableThrough(string collector, long image) =>
        _tracks.TryGetValue(collector, out var track) ? track.DurableThrough(place.DurableThrough, image) : 0;

    public void Cover(long through) => place.Cover(through);

    /// <summary>Batches that no image covers, in the order in which they were folded.</summary>
    /// <param name="image">Version of the image that was restored; 0 when there was none.</param>
    public async IAsyncEnumerable<(ReadingBatch Batch, DateTimeOffset ReceivedAt)> ReplayAsync(
        long image, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in place.ReadAsync(cancellationToken))
        {
            // Its image was never durable: nothing of the record was receipted, and what came before it is missing.
            if (record.Basis > image)
                continue;

            if (DeliveryCodec.DecodeBatches(record.Batches.Span, out var batches) is var fault and not WireFault.None)
                throw new JournalFormatException($"A record of the journal cannot be read ({fault}): a newer version wrote it. Start that version again, or restore a backup.");

            foreach (var batch in batches)
            {
                yield return (batch, record.ReceivedAt);
                TrackOf(batch.Collector).Known(batch.Sequence);
            }
        }
    }

    void Append(string collector, ImmutableArray<ReadingBatch> batches, DateTimeOffset receivedAt)
    {
        _record.ResetWrittenCount();
        DeliveryCodec.EncodeBatches(batches, _record);
        if (place.Append(_basis, receivedAt, _record.WrittenSpan) is { } position)
            TrackOf(collector).Appended(batches[^1].Sequence, position, _basis);
        else
            _isBehind = true;
    }

    JournaledSequences TrackOf(string collector)
    {
        if (!_tracks.TryGetValue(collector, out var track))
            _tracks.Add(collector, track = new());
        return track;
    }
}
