using DcOps.Contracts.Wire;

namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// Keeps deliveries over several connections in order: each waits until the one before was accepted. After one failed,
/// later ones fail at once until the failed one comes again.
/// </summary>
sealed class DeliverySession
{
    readonly Lock _gate = new();
    Task<bool> _last = Task.FromResult(true);
    string _epoch = DeliveryCodec.NewEpoch;
    int _underWay;

    /// <summary>Lowest sequence of a delivery that failed and has not come again; null when there is none.</summary>
    long? _failedFrom;

    /// <summary>Takes the next place in the order.</summary>
    public Place Enter(long firstSequence)
    {
        lock (_gate)
        {
            if (_failedFrom is { } failed && _underWay == 0 && firstSequence <= failed)
            {
                // Nothing is under way and the collector begins again with what failed: a new order starts here.
                (_failedFrom, _epoch, _last) = (null, DeliveryCodec.NewEpoch, Task.FromResult(true));
            }

            var place = new Place(this, firstSequence, _last);
            _last = place.WasAccepted;
            _underWay++;
            return place;
        }
    }

    void Accept(string epoch)
    {
        lock (_gate)
            _epoch = epoch;
    }

    void Leave(long firstSequence, bool isAnswered)
    {
        lock (_gate)
        {
            _underWay--;
            if (!isAnswered)
                _failedFrom = Math.Min(_failedFrom ?? long.MaxValue, firstSequence);
        }
    }

    (bool IsBroken, string Epoch) State()
    {
        lock (_gate)
            return (_failedFrom is not null, _epoch);
    }

    /// <summary>One delivery's place.</summary>
    internal sealed class Place(DeliverySession session, long firstSequence, Task<bool> before) : IDisposable
    {
        readonly TaskCompletionSource<bool> _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool _isAnswered;

        public Task<bool> WasAccepted => _accepted.Task;

        /// <summary>Waits until the delivery before was accepted; gives the epoch to send.</summary>
        /// <exception cref="HttpRequestException">An earlier delivery failed and has to go first.</exception>
        public async Task<string> TurnAsync(CancellationToken cancellationToken)
        {
            var isInOrder = await before.WaitAsync(cancellationToken);
            var (isBroken, epoch) = session.State();
            return isInOrder && !isBroken
                ? epoch
                : throw new HttpRequestException("An earlier delivery failed and has to go first.");
        }

        public void Accepted(string epoch)
        {
            session.Accept(epoch);
            _accepted.TrySetResult(true);
        }

        public void Answered() => _isAnswered = true;

        public void Dispose()
        {
            session.Leave(firstSequence, _isAnswered);
            _accepted.TrySetResult(false);
        }
    }
}
