using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking.Scripts;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>
/// The questions of one poll and what became of them, without any socket or clock: compose, send, accept, until there is
/// nothing left to ask. Used again from poll to poll.
/// </summary>
sealed class PollWalk
{
    const int MostNames = 64;
    // A poll takes one to ten exchanges; a device that keeps us asking without an end is cut off.
    const int MostExchanges = 2_000;
    readonly ObjectIdentifier[] _names = new ObjectIdentifier[MostNames];
    readonly ValueList _values = new();
    readonly List<WalkFault> _faults = [];
    readonly ScalarQueue _scalars;
    readonly ColumnWalk _columns;
    readonly ScriptRecorder _recorder = new();
    readonly ScriptPlayer _player;
    PollPlan? _plan;
    LearnedLimits _limits = new(0);
    SnmpVersion _version;
    PduKind _kind;
    int _count;
    int _riders;
    int _singles;
    int _repetitions;
    int _exchanges;
    bool _isTrusting;

    public PollWalk()
    {
        _scalars = new(_values, _faults);
        _columns = new(_values, _faults);
        _player = new(_values);
    }

    /// <summary>The question that is to be sent, or to be sent again.</summary>
    public RequestDraft Question => _player.IsPlaying ? _player.Step.Draft : Composed;

    /// <summary>Hundredths of a second since the agent started; null when it has not said.</summary>
    public uint? UpTimeTicks => _player.IsPlaying ? _player.UpTimeTicks : _scalars.UpTimeTicks;

    /// <summary>Whether the device gave at least one value.</summary>
    public bool HasValues => _values.HasValues;

    /// <summary>The last error status that the device gave; noError when it gave none.</summary>
    public ErrorStatus LastError { get; private set; }

    /// <summary>Whether the device said that this user may read nothing: one more question is one too many.</summary>
    public bool IsForbidden => LastError == ErrorStatus.AuthorizationError;

    public int Exchanges => _exchanges;

    /// <summary>Whether the poll ended before everything had been asked.</summary>
    public bool IsCutShort { get; private set; }

    public void Begin(PollPlan plan, LearnedLimits limits, SnmpVersion version)
    {
        _plan = plan;
        _limits = limits;
        _version = version;
        _exchanges = 0;
        LastError = ErrorStatus.NoError;
        IsCutShort = false;
        _faults.Clear();
        _values.Clear();
        _isTrusting = limits.TrustsRows;
        _player.Begin(limits.ScriptOf(plan));
        if (!_player.IsPlaying)
            BeginWalk();
    }

    /// <returns>False when everything has been asked.</returns>
    public bool TryCompose()
    {
        if (_player.IsPlaying)
            return !IsCutShort && !_player.IsOver;

        _riders = 0;
        _singles = 0;
        if (_exchanges >= MostExchanges)
            Abandon();
        if (IsCutShort || IsForbidden)
            return false;
        if (_scalars.Count > 0 && CanRide)
            ComposeBulk(riders: _scalars.Count);
        else if (_scalars.Count > 0)
            ComposeGet();
        else if (!_columns.IsDone)
            ComposeBulk(riders: 0);
        else
            return false;

        return true;
    }

    public void Accept(in PduView response)
    {
        _exchanges++;
        if (!_player.IsPlaying)
            Take(response);
        else if (!_player.TryTake(response))
            WalkInstead(response);
    }

    /// <summary>The question did not fit into a request, or the answer into a response: ask for less, and remember it.</summary>
    public void Shorten()
    {
        if (_player.IsPlaying)
        {
            GiveUpScript();
            return;
        }

        if (_kind == PduKind.GetRequest)
        {
            if (!_limits.HalveGet())
                _scalars.Refuse(_count, 1, WalkFaultKind.TooBig);
        }
        else if (_riders > 0)
        {
            _limits.TakesNonRepeaters = false;
        }
        else if (!_limits.HalveBulk())
        {
            _columns.Refuse(1, WalkFaultKind.TooBig);
        }
    }

    /// <summary>The device does not answer what is asked now, though it was sent again and again.</summary>
    public void NoteSilence()
    {
        // A question for sysUpTime alone can be no smaller.
        if ((_player.IsPlaying ? _player.Step.Names : _count) > 1)
            _limits.NoteSilence();
    }

    /// <summary>The device fell silent on the way, or took too long: what it has said stands, what it has not is named.</summary>
    public void Abandon()
    {
        if (_player.IsPlaying)
        {
            IsCutShort = !_player.IsOver;
            _faults.AddRange(_player.Untold.Select(name => new WalkFault(name, WalkFaultKind.NotAnswered)));
            return;
        }

        IsCutShort = !_columns.IsDone || _scalars.Count > 0;
        _scalars.Abandon();
        _columns.Abandon();
    }

    /// <summary>Ends the poll.</summary>
    public (ImmutableArray<RawValue> Values, ImmutableArray<WalkFault> Faults) Finish()
    {
        if (_player.IsPlaying && !IsCutShort)
            FinishPlay();
        else if (!_player.IsPlaying && _columns.IsDone)
            FinishWalk();
        if (!IsCutShort)
            _limits.NoteAnswers(_plan!);
        return (_values.Take(), [.. _faults]);
    }

    RequestDraft Composed => _kind == PduKind.GetBulkRequest
        ? new(_kind, _names.AsSpan(0, _count), _riders + _singles, _count > _riders + _singles ? _repetitions : 0)
        : new(_kind, _names.AsSpan(0, _count));

    ImmutableArray<ObjectIdentifier> AskedObjects =>
        _kind == PduKind.GetRequest ? [.. _names.AsSpan(0, _count)] : [.. _plan!.Scalars.Take(_riders), .. _columns.Asked];

    void BeginWalk()
    {
        _values.Clear();
        _faults.Clear();
        _scalars.Begin(_plan!);
        _columns.Begin(_plan!, _limits);
        _recorder.Begin(_limits.IsWorthRecording(_plan!) ? _plan : null);
    }

    void FinishPlay()
    {
        _limits.NotePlayed(_isTrusting);
        if (!_plan!.Columns.IsEmpty)
            _limits.NoteWalk(_isTrusting);
    }

    void FinishWalk()
    {
        var isAsBefore = _columns.Finish();
        if (_recorder.IsRecording && !IsCutShort)
            _limits.Learn(_isTrusting, isAsBefore && _faults.Count == 0 ? Script() : null);
    }

    // What looks behind the ends of tables is played as it went: it would show that a shorter poll misses something.
    PollScript? Script()
    {
        var condensed = _isTrusting && _limits.BearsCondensed
            ? _recorder.Condensed(new(_limits.BulkVariables, column => _limits.IsMoving(_plan!, column)))
            : null;
        return condensed ?? _recorder.Script;
    }

    void GiveUpScript()
    {
        _limits.DropScript(_isTrusting);
        _player.Begin(null);
        BeginWalk();
    }

    // The walk begins with the same question as its script did, so that its answer is not lost.
    void WalkInstead(in PduView response)
    {
        var (isFirst, step) = (_player.IsAtStart, _player.Step);
        GiveUpScript();
        if (isFirst && TryCompose() && step.IsQuestion(Composed))
            Take(response);
    }

    void Take(in PduView response)
    {
        if (response.ErrorStatus != ErrorStatus.NoError)
        {
            LastError = response.ErrorStatus;
            _recorder.Stop();
            AcceptError(response.ErrorStatus, response.ErrorIndex);
            return;
        }

        var before = _values.Count;
        var objects = _recorder.IsRecording ? AskedObjects : [];
        if (_kind == PduKind.GetRequest)
        {
            _scalars.Accept(response.Variables, _count);
        }
        else if (_riders > 0 && response.Variables.Count <= _riders)
        {
            // No more than the scalars alone: this agent is asked for them apart.
            _limits.TakesNonRepeaters = false;
            _recorder.Stop();
        }
        else
        {
            var variables = response.Variables.GetEnumerator();
            for (var rider = 0; rider < _riders && variables.MoveNext(); rider++)
                _scalars.AcceptRider(rider, variables.Current);
            if (_riders > 0)
                _scalars.EndRide();
            _columns.Accept(ref variables, _singles);
        }

        if (_recorder.IsRecording)
            _recorder.Add(Composed, objects, response.Variables, _kind == PduKind.GetRequest ? _count : _riders, _values.Since(before));
    }

    bool CanRide => !_columns.IsDone && _version != SnmpVersion.V1 && _limits.TakesNonRepeaters && _scalars.Count == _plan!.Riders.Length;

    void ComposeGet()
    {
        _kind = PduKind.GetRequest;
        _count = _scalars.Compose(_names, _limits.GetVariables);
    }

    void ComposeBulk(int riders)
    {
        _kind = _version == SnmpVersion.V1 ? PduKind.GetNextRequest : PduKind.GetBulkRequest;
        _riders = riders;
        _plan!.Riders.AsSpan(0, riders).CopyTo(_names);
        _count = riders + _columns.Compose(_names.AsSpan(riders), riders, out _singles, out _repetitions);
    }

    void AcceptError(ErrorStatus status, int index)
    {
        if (status == ErrorStatus.TooBig)
            Shorten();
        else if (_riders > 0)
            _limits.TakesNonRepeaters = false;
        else if (_kind == PduKind.GetRequest && status == ErrorStatus.NoSuchName && index >= 1 && index <= _count)
            _scalars.Miss(index);
        else if (_kind == PduKind.GetRequest)
            _scalars.Refuse(_count, index, WalkFaultKind.Error);
        else
            _columns.Refuse(index, status == ErrorStatus.NoSuchName ? null : WalkFaultKind.Error);
    }
}
