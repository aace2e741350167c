using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>The columns of a poll, walked side by side: many columns and rows in one exchange.</summary>
sealed class ColumnWalk(ValueList values, List<WalkFault> faults)
{
    const int MostRows = 10_000;
    readonly List<int> _asked = [];
    ColumnCursor[] _cursors = [];
    PollPlan? _plan;
    LearnedLimits _limits = new(0);
    int _active;
    bool _singly;

    public bool IsDone => _active == 0;

    public void Begin(PollPlan plan, LearnedLimits limits)
    {
        if (_plan != plan)
            _cursors = [.. plan.Columns.Select(column => new ColumnCursor(column))];
        foreach (var cursor in _cursors)
            cursor.Reset();
        _plan = plan;
        _limits = limits;
        _active = _cursors.Length;
        _singly = false;
    }

    /// <summary>Chooses columns and rows that together fit what the device bears.</summary>
    /// <returns>Number of names written.</returns>
    public int Compose(Span<ObjectIdentifier> names, int riders, out int repetitions)
    {
        _asked.Clear();
        repetitions = 1;
        var room = Math.Max(1, Math.Min(_limits.BulkVariables - riders, names.Length));
        for (var index = 0; index < _cursors.Length && _asked.Count < room; index++)
        {
            var cursor = _cursors[index];
            if (cursor.IsDone)
                continue;

            var rows = Math.Max(repetitions, _limits.RepetitionsFor(cursor.Column, cursor.Rows));
            var isSameTable = _asked.Count > 0 && _cursors[_asked[0]].Column.Table == cursor.Column.Table;
            if (_asked.Count > 0 && (_singly || (!isSameTable && rows * (_asked.Count + 1) > room)))
                continue;

            names[_asked.Count] = cursor.LastName;
            _asked.Add(index);
            repetitions = rows;
        }

        repetitions = Math.Clamp(repetitions, 1, Math.Max(1, room / _asked.Count));
        return _asked.Count;
    }

    /// <summary>Takes the answer: rows of the asked columns in turn, each row once through all of them.</summary>
    public void Accept(ref VariableSequence.Enumerator variables)
    {
        var place = 0;
        while (variables.MoveNext())
        {
            var cursor = _cursors[_asked[place++ % _asked.Count]];
            if (!cursor.IsDone)
                Advance(cursor, variables.Current);
        }

        // An agent that says nothing at all must not be asked for ever.
        if (place == 0)
        {
            foreach (var index in _asked)
                End(_cursors[index], WalkFaultKind.NotAnswered);
        }
    }

    /// <param name="index">Of the asked column as the agent counts, from 1; 0 when it named none.</param>
    /// <param name="kind">Null when the column simply has no more rows (a v1 agent's noSuchName).</param>
    public void Refuse(int index, WalkFaultKind? kind)
    {
        if (index >= 1 && index <= _asked.Count)
            End(_cursors[_asked[index - 1]], kind);
        else if (_asked.Count == 1)
            End(_cursors[_asked[0]], kind);
        else
            _singly = true;
    }

    /// <summary>Leaves out what was not told; the row counts of the poll before stay.</summary>
    public void Abandon()
    {
        foreach (var cursor in _cursors)
        {
            if (!cursor.IsDone)
                faults.Add(new(cursor.Column.Name, WalkFaultKind.NotAnswered));
        }
    }

    /// <summary>Compares with the poll before, and remembers.</summary>
    public void Finish()
    {
        foreach (var cursor in _cursors)
        {
            if (_limits.RowsOf(cursor.Column) > cursor.Rows)
                faults.Add(new(cursor.Column.Name, WalkFaultKind.Shrunk));
            _limits.Remember(cursor.Column, cursor.Rows);
        }
    }

    void Advance(ColumnCursor cursor, in VariableView variable)
    {
        var column = cursor.Column.Name.Encoded;
        if (variable.Kind is SyntaxKind.EndOfMibView or SyntaxKind.NoSuchObject or SyntaxKind.NoSuchInstance
            || variable.Name.Length <= column.Length || !variable.Name.StartsWith(column))
        {
            End(cursor, null);
            return;
        }

        if (ObjectIdentifierOctets.Compare(variable.Name, cursor.Last) <= 0)
        {
            End(cursor, WalkFaultKind.NotIncreasing);
            return;
        }

        values.Add(_plan!.Addresses.Of(variable.Name), variable);
        cursor.Advance(variable.Name);
        if (cursor.Rows >= MostRows)
            End(cursor, WalkFaultKind.Endless);
    }

    void End(ColumnCursor cursor, WalkFaultKind? fault)
    {
        if (cursor.IsDone)
            return;

        cursor.IsDone = true;
        _active--;
        if (fault is { } kind)
            faults.Add(new(cursor.Column.Name, kind));
    }
}
