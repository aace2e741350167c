using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Sparkplug.Nodes;

/// <summary>
/// What a host knows of one edge node: its birth, its metrics, where its sequence stands (Sparkplug 3.0, sections 5 and
/// 6). A fold over messages without clock or I/O.
/// </summary>
/// <param name="reorderTimeout">How long a missing message is waited for.</param>
sealed class EdgeNode(TimeSpan reorderTimeout)
{
    const int SequenceLength = 256;

    // A message this far ahead is not late but of another life of the node.
    const int FarthestAhead = 64;
    readonly MetricTable _metrics = new();
    readonly SortedDictionary<int, NodeMessage> _early = [];
    readonly List<NodeEffect> _effects = [];
    bool _isAlive;
    ulong? _birthSequence;
    int _next;
    DateTimeOffset _gapSince;

    /// <summary>Born, and not dead since.</summary>
    public bool IsAlive => _isAlive;

    /// <summary>When a gap becomes a loss; null while there is none.</summary>
    public DateTimeOffset? GapEndsAt => _early.Count == 0 ? null : _gapSince + reorderTimeout;

    /// <summary>Folds one message; what follows from it, in order.</summary>
    public ImmutableArray<NodeEffect> Accept(NodeMessage message)
    {
        switch (message.Topic.Kind)
        {
            case SparkplugKind.NBirth:
                BeBorn(message);
                break;
            case SparkplugKind.NDeath:
                Die(message);
                break;
            case SparkplugKind.NCmd or SparkplugKind.DCmd:
                break;
            default:
                AcceptInOrder(message);
                break;
        }

        return Effects();
    }

    /// <summary>What follows from the time: a gap that lasted too long loses the node's state.</summary>
    public ImmutableArray<NodeEffect> Expire(DateTimeOffset now)
    {
        if (GapEndsAt is { } end && now >= end)
            LoseTrack();
        return Effects();
    }

    /// <summary>A message came that does not decode.</summary>
    public ImmutableArray<NodeEffect> AcceptUndecodable()
    {
        _effects.Add(new NodeEffect.WantsBirth(RebirthReason.Undecodable));
        return Effects();
    }

    static ulong? BirthSequenceOf(NodeMessage message) =>
        message.Payload.Metrics.FirstOrDefault(metric => metric.Name == SparkplugPayload.BirthSequence)?.Value switch
        {
            SparkplugValue.Long number => number.Bits,
            SparkplugValue.Int number => number.Bits,
            _ => null,
        };

    void BeBorn(NodeMessage birth)
    {
        _early.Clear();
        _metrics.Clear();
        _isAlive = true;
        _birthSequence = BirthSequenceOf(birth);
        _next = birth.Payload.Sequence is { } sequence ? (int)((sequence + 1) % SequenceLength) : 0;
        Define(birth);
    }

    void Die(NodeMessage death)
    {
        var ended = BirthSequenceOf(death);
        if (!_isAlive || (ended is not null && _birthSequence is not null && ended != _birthSequence))
        {
            _effects.Add(new NodeEffect.Refused(death, RefusalReason.OldDeath, $"bdSeq {ended}, the node lives with {_birthSequence}"));
            return;
        }

        // The will's own time is that of the connection's start; what counts is when we learn of the end.
        foreach (var owner in _metrics.Owners.ToList())
            _effects.Add(new NodeEffect.WentSilent(owner, _metrics.NamesOf(owner), death.ReceivedAt));
        _isAlive = false;
        _early.Clear();
        _metrics.Clear();
    }

    void AcceptInOrder(NodeMessage message)
    {
        if (!_isAlive)
        {
            Refuse(message, RefusalReason.BeforeBirth, null, RebirthReason.BeforeBirth);
            return;
        }

        if (message.Payload.Sequence is not { } sequence || sequence >= SequenceLength)
        {
            Refuse(message, RefusalReason.Undecodable, "no sequence number from 0 to 255", RebirthReason.Undecodable);
            return;
        }

        var ahead = ((int)sequence - _next + SequenceLength) % SequenceLength;
        if (ahead > 0)
        {
            Wait(message, (int)sequence, ahead);
            return;
        }

        Apply(message);
        while (_early.Remove(_next, out var following))
            Apply(following);
        if (_early.Count > 0)
            _gapSince = _early.Values.Min(early => early.ReceivedAt);
    }

    void Wait(NodeMessage message, int sequence, int ahead)
    {
        if (_early.Count == 0)
            _gapSince = message.ReceivedAt;
        if (ahead > FarthestAhead)
        {
            LoseTrack();
            Refuse(message, RefusalReason.BeforeBirth, null, null);
            return;
        }

        _early[sequence] = message;
    }

    void Apply(NodeMessage message)
    {
        _next = (_next + 1) % SequenceLength;
        var device = message.Topic.Device;
        switch (message.Topic.Kind)
        {
            case SparkplugKind.DBirth:
                Define(message);
                break;
            case SparkplugKind.DDeath:
                _effects.Add(new NodeEffect.WentSilent(device, _metrics.NamesOf(device), message.Payload.Timestamp ?? message.ReceivedAt));
                _metrics.Forget(device);
                break;
            case SparkplugKind.DData when !_metrics.Knows(device):
                Refuse(message, RefusalReason.BeforeBirth, $"device {device}", RebirthReason.BeforeBirth);
                break;
            default:
                Say(message, mayAsk: true);
                break;
        }
    }

    void Define(NodeMessage birth)
    {
        if (!_metrics.TryDefine(birth.Topic.Device, birth.Payload.Metrics))
            _effects.Add(new NodeEffect.Refused(birth, RefusalReason.TooManySources, "more metrics or devices than a node can have here"));
        Say(birth, mayAsk: false);
    }

    void Say(NodeMessage message, bool mayAsk)
    {
        var said = ImmutableArray.CreateBuilder<SparkplugMetric>(message.Payload.Metrics.Length);
        foreach (var metric in message.Payload.Metrics)
        {
            if (_metrics.TryResolve(message.Topic.Device, metric, out var resolved))
                said.Add(resolved);
        }

        // A birth that leaves a metric without name would do so again.
        if (mayAsk && said.Count < message.Payload.Metrics.Length)
            _effects.Add(new NodeEffect.WantsBirth(RebirthReason.UnknownMetric));
        _effects.Add(new NodeEffect.Said(message.Topic.Device, said.ToImmutable(), message));
    }

    // What the missing message said is not known: aliases may mean something else by now. Until the next birth nothing is believed.
    void LoseTrack()
    {
        _effects.Add(new NodeEffect.GapFound((ulong)_next));
        _effects.Add(new NodeEffect.WantsBirth(RebirthReason.Gap));
        foreach (var early in _early.Values)
            _effects.Add(new NodeEffect.Refused(early, RefusalReason.BeforeBirth, "after a gap in the sequence"));
        _early.Clear();
        _metrics.Clear();
        _isAlive = false;
    }

    void Refuse(NodeMessage message, RefusalReason reason, string? detail, RebirthReason? rebirth)
    {
        _effects.Add(new NodeEffect.Refused(message, reason, detail));
        if (rebirth is { } wanted)
            _effects.Add(new NodeEffect.WantsBirth(wanted));
    }

    ImmutableArray<NodeEffect> Effects()
    {
        ImmutableArray<NodeEffect> effects = [.. _effects];
        _effects.Clear();
        return effects;
    }
}
