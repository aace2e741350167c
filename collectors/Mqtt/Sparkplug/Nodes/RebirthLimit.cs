namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>
/// One request for a birth per node and interval, doubling while the node does not answer: after a province-wide restart
/// every node is asked once, not once per message.
/// </summary>
sealed class RebirthLimit(TimeSpan interval)
{
    const int MostDoublings = 5;
    DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    int _doublings;

    /// <summary>Whether the node may be asked now; if so, it counts as asked.</summary>
    public bool TryAsk(DateTimeOffset now)
    {
        if (now < _notBefore)
            return false;

        _notBefore = now + (interval * (1 << _doublings));
        _doublings = Math.Min(_doublings + 1, MostDoublings);
        return true;
    }

    /// <summary>The node was born: the next question starts anew, yet not sooner than one interval after the last.</summary>
    public void Answered() => _doublings = 0;
}
