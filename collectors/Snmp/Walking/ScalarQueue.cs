using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>The scalars of a poll that are still to be asked for, in order; a guilty one is put out and the rest asked again.</summary>
sealed class ScalarQueue(ValueList values, List<WalkFault> faults)
{
    readonly List<int> _pending = [];
    PollPlan? _plan;
    bool _singly;

    public int Count => _pending.Count;

    /// <summary>Hundredths of a second since the agent started; null when it has not said.</summary>
    public uint? UpTimeTicks { get; private set; }

    public void Begin(PollPlan plan)
    {
        _plan = plan;
        _singly = false;
        UpTimeTicks = null;
        _pending.Clear();
        for (var index = 0; index < plan.Scalars.Length; index++)
            _pending.Add(index);
    }

    /// <returns>Number of names written.</returns>
    public int Compose(Span<ObjectIdentifier> names, int most)
    {
        var count = Math.Min(_singly ? 1 : most, Math.Min(_pending.Count, names.Length));
        for (var index = 0; index < count; index++)
            names[index] = _plan!.Scalars[_pending[index]];
        return count;
    }

    /// <summary>Takes the answer to <paramref name="asked"/> names.</summary>
    public void Accept(VariableSequence variables, int asked)
    {
        var taken = 0;
        foreach (var variable in variables)
        {
            if (taken == asked)
                break;
            Take(_pending[taken++], variable);
        }

        // An agent that says nothing at all must not be asked for ever.
        if (taken == 0)
            Fail(asked, WalkFaultKind.NotAnswered);
        else
            _pending.RemoveRange(0, taken);
    }

    /// <summary>Takes one rider of a GETBULK: the successor of a scalar's parent, which is another object when the scalar is absent.</summary>
    public void AcceptRider(int rider, in VariableView variable)
    {
        var scalar = _pending[rider];
        if (variable.Name.SequenceEqual(_plan!.Scalars[scalar].Encoded))
            Take(scalar, variable);
        else
            values.AddAbsent(_plan.ScalarAddresses[scalar]);
    }

    public void EndRide() => _pending.Clear();

    /// <param name="index">As the agent counts, from 1; 0 when it named none.</param>
    public void Refuse(int asked, int index, WalkFaultKind kind)
    {
        if (index < 1 || index > asked)
        {
            if (asked == 1)
                Fail(1, kind);
            _singly = true;
            return;
        }

        Put(_pending[index - 1], kind);
        _pending.RemoveAt(index - 1);
    }

    /// <summary>A v1 agent's noSuchName: the scalar is absent, which is no fault.</summary>
    public void Miss(int index)
    {
        values.AddAbsent(_plan!.ScalarAddresses[_pending[index - 1]]);
        _pending.RemoveAt(index - 1);
    }

    /// <summary>Leaves out what was not told: not absent, but unknown.</summary>
    public void Abandon()
    {
        foreach (var scalar in _pending)
            faults.Add(new(_plan!.Scalars[scalar], WalkFaultKind.NotAnswered));
        _pending.Clear();
    }

    void Fail(int count, WalkFaultKind kind)
    {
        for (var index = 0; index < count; index++)
            Put(_pending[index], kind);
        _pending.RemoveRange(0, count);
    }

    void Put(int scalar, WalkFaultKind kind)
    {
        values.AddAbsent(_plan!.ScalarAddresses[scalar]);
        faults.Add(new(_plan.Scalars[scalar], kind));
    }

    void Take(int scalar, in VariableView variable)
    {
        if (!variable.Name.SequenceEqual(_plan!.Scalars[scalar].Encoded))
        {
            Put(scalar, WalkFaultKind.NotAnswered);
            return;
        }

        if (scalar == 0 && variable.Kind == SyntaxKind.TimeTicks && variable.TryGetNumber(out var ticks))
            UpTimeTicks = (uint)ticks;
        values.Add(_plan.ScalarAddresses[scalar], variable);
    }
}
