using System.Threading.Channels;
using DcOps.Contracts;
using DcOps.Domain.Telemetry;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

/// <summary>A silo that answers as a test says, delivery by delivery.</summary>
sealed class ScriptedIngest : IIngest
{
    readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>();

    /// <summary>The next delivery; fails when none comes.</summary>
    public async Task<Arrival> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _arrivals.Reader.ReadAsync(patience.Token);
    }

    public bool HasMore => _arrivals.Reader.TryPeek(out _);

    public Task<ImmutableArray<IngestReceipt>> DeliverAsync(ImmutableArray<ReadingBatch> batches, CancellationToken cancellationToken)
    {
        var arrival = new Arrival(batches);
        _arrivals.Writer.TryWrite(arrival);
        return arrival.Answered;
    }

    /// <summary>One delivery, waiting for its answer.</summary>
    public sealed class Arrival(ImmutableArray<ReadingBatch> batches)
    {
        readonly TaskCompletionSource<ImmutableArray<IngestReceipt>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ImmutableArray<IngestReceipt>> Answered => _answer.Task;

        public IEnumerable<int> Watts => batches.Select(batch => batch.Watts());

        public IEnumerable<ReadingLane> Lanes => batches.Select(batch => batch.Lane);

        public void Store() => Answer(_ => IngestOutcome.Stored);

        public void Answer(Func<int, IngestOutcome> outcome) =>
            _answer.SetResult([.. batches.Select(batch => new IngestReceipt(batch.Collector, batch.Sequence, outcome(batch.Watts())))]);

        public void Break() => _answer.SetException(new HttpRequestException("the line is cut"));
    }
}
