using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Engine.Datagrams;
using DcOps.Collectors.Snmp.Security;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Engine;

/// <summary>
/// Asks any number of devices over few sockets. An answer belongs to a question when its id and its sender fit;
/// all else that arrives is counted and dropped. Nothing here waits: whoever brings news carries the poll on.
/// </summary>
sealed class SnmpEngine : IDatagramReceiver, IDisposable
{
    // Engine, clock, and once more for a card that was replaced between the two.
    const int MostRepeats = 3;
    readonly TimeProvider _time;
    readonly LinkTable _links = new();
    readonly WalkPool _walks = new();
    readonly DueQueue<AgentLink> _deadlines;
    readonly DatagramPorts _ports;

    /// <param name="mayTakeMany">False: one datagram a system call, whatever the system knows.</param>
    public SnmpEngine(TimeProvider time, int sockets = 1, bool mayTakeMany = true)
    {
        _time = time;
        _deadlines = new(time, "snmp-deadlines", Expire);
        _ports = new(this, sockets, mayTakeMany);
    }

    /// <summary>
    /// Begins a poll. It ends in <paramref name="completed"/>, once, on a thread that must not be kept waiting.
    /// </summary>
    /// <exception cref="InvalidOperationException">A poll of this device is under way.</exception>
    public void Begin(AgentLink link, PollPlan plan, PollPatience patience, Action<AgentLink, PollOutcome> completed)
    {
        var waiting = WaitingDatagrams.OfThread;
        waiting.MakeRoom();
        var now = _time.GetTimestamp();
        PollEnd? end;
        lock (link.Lock)
        {
            if (link.Walk is not null)
                throw new InvalidOperationException($"A poll of {link.EndPoint} is under way.");

            _links.Enter(link);
            link.Walk = _walks.Rent();
            link.Walk.Begin(plan, link.Limits, link.Security.Version);
            link.Completed = completed;
            link.Patience = patience;
            link.StartedAt = now;
            link.EndsAt = link.StartedAt + Ticks(patience.Deadline);
            link.Suspicion = null;
            end = End(link, Continue(link, now), now);
        }

        waiting.SendUnlessHeld();
        end?.Tell(link);
    }

    /// <summary>The same for a caller who waits.</summary>
    public Task<PollOutcome> PollAsync(AgentLink link, PollPlan plan, PollPatience patience)
    {
        var ended = new TaskCompletionSource<PollOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        Begin(link, plan, patience, (_, outcome) => ended.SetResult(outcome));
        return ended.Task;
    }

    /// <summary>Forgets a device; a poll of it under way ends without being told.</summary>
    public void Leave(AgentLink link)
    {
        lock (link.Lock)
        {
            link.RequestId = 0;
            link.Walk = null;
            _links.Leave(link);
        }
    }

    /// <summary>Questions of this thread's polls go out together when the returned scope ends; meanwhile no answer may be waited for.</summary>
    public static SendingTogether SendTogether() => new(WaitingDatagrams.OfThread);

    void IDatagramReceiver.Receive(ArrivedDatagrams arrived)
    {
        using var together = SendTogether();
        var now = _time.GetTimestamp();
        for (var place = 0; place < arrived.Count; place++)
            Receive(arrived[place], arrived.SenderOf(place), now);
    }

    public void Dispose()
    {
        _deadlines.Dispose();
        _ports.Dispose();
    }

    void Receive(Span<byte> datagram, ReadOnlySpan<byte> sender, long now)
    {
        if (!MessageId.TryRead(datagram, out var id))
        {
            Drop("malformed");
            return;
        }

        if (_links.Find(id) is not { } link)
        {
            Drop("unknown");
            return;
        }

        WaitingDatagrams.OfThread.MakeRoom();
        PollEnd? end;
        lock (link.Lock)
            end = End(link, Take(link, datagram, sender, id, now), now);
        end?.Tell(link);
    }

    PollOutcome? Take(AgentLink link, Span<byte> datagram, ReadOnlySpan<byte> sender, int id, long now)
    {
        if (link.RequestId != id || link.Walk is null)
            return Drop("late");
        if (!link.IsAt(sender))
            return Drop("foreign-address");

        switch (link.Security.Open(datagram, id, out var pdu))
        {
            case OpenOutcome.Answer:
                link.Walk.Accept(pdu);
                return Continue(link, now);
            case OpenOutcome.AskAgain when ++link.Repeats <= MostRepeats:
                return Ask(link, isNew: true, now);
            case OpenOutcome.AskAgain or OpenOutcome.Refused:
                return new PollOutcome.Refused(link.Security.Reason);
            case OpenOutcome.NotAuthentic:
                link.Suspicion = new PollOutcome.Unusable(link.Security.Reason);
                return Drop("not-authentic");
            default:
                link.Suspicion = new PollOutcome.Unusable(link.Security.Reason);
                return Drop("malformed");
        }
    }

    PollOutcome? Continue(AgentLink link, long now)
    {
        if (now >= link.EndsAt)
            link.Walk!.Abandon();
        if (!link.Walk!.TryCompose())
            return PollEnding.Of(link.Walk, _time.GetUtcNow());

        link.SendsLeft = link.Patience.Retries + 1;
        link.Repeats = 0;
        return Ask(link, isNew: true, now);
    }

    PollOutcome? Ask(AgentLink link, bool isNew, long now)
    {
        if (isNew)
            LinkTable.Renumber(link);
        var waiting = WaitingDatagrams.OfThread;
        var datagram = link.Security.Seal(link.Walk!.Question, link.RequestId, waiting.Next);
        if (datagram.IsEmpty)
        {
            link.Walk.Shorten();
            return Continue(link, now);
        }

        link.SendsLeft--;
        SnmpMetrics.Requests.Inc();
        waiting.Add(_ports.For(link), link, datagram.Length);
        link.DeadlineAt = Math.Min(now + Ticks(link.Patience.Timeout), link.EndsAt);
        if (!link.IsQueued)
        {
            link.IsQueued = true;
            _deadlines.Add(link, link.DeadlineAt);
        }

        return null;
    }

    void Expire(IReadOnlyList<AgentLink> links)
    {
        using var together = SendTogether();
        var now = _time.GetTimestamp();
        foreach (var link in links)
            Expire(link, now);
    }

    void Expire(AgentLink link, long now)
    {
        WaitingDatagrams.OfThread.MakeRoom();
        PollEnd? end = null;
        lock (link.Lock)
        {
            link.IsQueued = false;
            if (link.Walk is null)
                return;

            if (link.DeadlineAt > now)
            {
                link.IsQueued = true;
                _deadlines.Add(link, link.DeadlineAt);
            }
            else if (link.SendsLeft > 0 && link.DeadlineAt < link.EndsAt)
            {
                SnmpMetrics.Retries.Inc();
                end = End(link, Ask(link, isNew: false, now), now);
            }
            else
            {
                end = End(link, PollEnding.Silent(link, _time), now);
            }
        }

        end?.Tell(link);
    }

    // Inside the link's lock, so that a duplicate of the last answer finds nothing under way.
    PollEnd? End(AgentLink link, PollOutcome? outcome, long now)
    {
        if (outcome is null)
            return null;

        var end = new PollEnd(link.Completed!, outcome);
        _walks.Return(link.Walk!);
        link.Walk = null;
        link.RequestId = 0;
        link.Completed = null;
        link.Took = _time.GetElapsedTime(link.StartedAt, now);
        if (outcome is PollOutcome.Answered)
            SnmpMetrics.PollDuration.Observe(link.Took.TotalSeconds);
        return end;
    }

    long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);

    static PollOutcome? Drop(string reason)
    {
        SnmpMetrics.DroppedDatagrams.WithLabels(reason).Inc();
        return null;
    }
}
