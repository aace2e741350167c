using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>The columns of a poll, walked side by side: many columns and rows in one exchange.</summary>
sealed class ColumnWalk(ValueList values, List<WalkFault> faults)
{
    const int MostRows = 10_000;
    readonly List<int> _asked = [];
    readonly List<ColumnCursor> _ended = [];
    ColumnCursor[] _cursors = [];
    PollPlan? _plan;
    LearnedLimits _limits = new(0);
    int _active;
    bool _singly;
    bool _isTrusting;
    bool _isRepeating;

    public bool IsDone => _active == 0;

    /// <summary>The columns of the question under way.</summary>
    public IEnumerable<ObjectIdentifier> Asked => _asked.Select(index => _cursors[index].Column.Name);

    public void Begin(PollPlan plan, LearnedLimits limits)
    {
        if (_plan != plan)
            _cursors = [.. plan.Columns.Select(column => new ColumnCursor(column, plan.Addresses))];
        foreach (var cursor in _cursors)
            cursor.Reset();
        _plan = plan;
        _limits = limits;
        _active = _cursors.Length;
        _singly = false;
        _isTrusting = limits.TrustsRows;
        if (_isTrusting)
            LetEmptySleep();
    }

    /// <summary>Chooses columns and rows that together fit what the device bears.</summary>
    /// <param name="singles">How many of the names, the first ones, are of columns of one row: asked once, not row after row.</param>
    /// <returns>Number of names written.</returns>
    public int Compose(Span<ObjectIdentifier> names, int riders, out int singles, out int repetitions)
    {
        _asked.Clear();
        repetitions = 1;
        var room = Math.Max(1, Math.Min(_limits.BulkVariables - riders, names.Length));
        TakeSingles(names, room);
        singles = _asked.Count;
        for (var index = 0; index < _cursors.Length && _asked.Count < room; index++)
        {
            var cursor = _cursors[index];
            if (cursor.IsDone || (_limits.TakesNonRepeaters && !_singly && IsSingle(cursor)))
                continue;

            var columns = _asked.Count - singles;
            var rows = Math.Max(repetitions, _limits.RepetitionsFor(cursor.Column, cursor.Rows, IsTrusted(cursor)));
            var isSameTable = columns > 0 && _cursors[_asked[singles]].Column.Table == cursor.Column.Table;
            if (_asked.Count > 0 && (_singly || (!isSameTable && singles + (rows * (columns + 1)) > room)))
                continue;

            names[_asked.Count] = cursor.LastName;
            _asked.Add(index);
            repetitions = rows;
        }

        repetitions = Math.Clamp(repetitions, 1, Math.Max(1, (room - singles) / Math.Max(1, _asked.Count - singles)));
        return _asked.Count;
    }

    /// <summary>Takes the answer: the columns of one row, then rows of the others in turn, each row once through all of them.</summary>
    public void Accept(ref VariableSequence.Enumerator variables, int singles)
    {
        var place = 0;
        _isRepeating = false;
        _ended.Clear();
        while (variables.MoveNext())
        {
            if (place == _asked.Count)
            {
                place = singles;
                _isRepeating = true;
            }

            if (place == _asked.Count)
                break;

            var cursor = _cursors[_asked[place++]];
            if (_isRepeating && (cursor.IsDone || !IsBelow(cursor, variables.Current.Name)) && IsAstray(variables.Current.Name, place))
            {
                Resume();
                break;
            }

            if (!cursor.IsDone)
                Advance(cursor, variables.Current);
        }

        foreach (var index in _asked)
        {
            // More rows than were known: the end is not where it was, so it has to be found.
            if (IsTrusted(_cursors[index]) && _limits.RowsOf(_cursors[index].Column) == _cursors[index].Rows)
                End(_cursors[index], null);
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
    /// <returns>Whether every table was as long as it was then.</returns>
    public bool Finish()
    {
        var isAsKnown = true;
        var isAsBefore = true;
        foreach (var cursor in _cursors)
        {
            isAsBefore &= _limits.RowsOf(cursor.Column) == cursor.Rows;
            isAsKnown &= !IsTrusted(cursor) || _limits.RowsOf(cursor.Column) == cursor.Rows;
            if (_limits.RowsOf(cursor.Column) > cursor.Rows)
                faults.Add(new(cursor.Column.Name, WalkFaultKind.Shrunk));
            _limits.Remember(cursor.Column, cursor.Rows);
        }

        if (_isTrusting && !isAsKnown)
            _limits.NoteSurprise();
        else if (_cursors.Length > 0)
            _limits.NoteWalk(_isTrusting);
        return isAsBefore;
    }

    // Of an empty table one column tells whether it still is.
    void LetEmptySleep()
    {
        var watched = -1;
        foreach (var cursor in _cursors)
        {
            if (!IsTrusted(cursor) || _limits.RowsOf(cursor.Column) != 0)
                continue;
            if (cursor.Column.Table == watched)
                End(cursor, null);
            watched = cursor.Column.Table;
        }
    }

    void Awake(int table)
    {
        foreach (var cursor in _cursors)
        {
            if (cursor.Column.Table != table || !IsTrusted(cursor) || _limits.RowsOf(cursor.Column) != 0)
                continue;

            cursor.IsAwake = true;
            if (!cursor.IsDone || cursor.Rows > 0)
                continue;
            cursor.IsDone = false;
            _active++;
        }
    }

    bool IsTrusted(ColumnCursor cursor) => _isTrusting && !cursor.IsAwake && !_limits.IsMoving(cursor.Column);

    void TakeSingles(Span<ObjectIdentifier> names, int room)
    {
        for (var index = 0; index < _cursors.Length && _asked.Count < room && !_singly && _limits.TakesNonRepeaters; index++)
        {
            var cursor = _cursors[index];
            if (cursor.IsDone || !IsSingle(cursor))
                continue;

            names[_asked.Count] = cursor.LastName;
            _asked.Add(index);
        }
    }

    bool IsSingle(ColumnCursor cursor) => IsTrusted(cursor) && cursor.Rows == 0 && _limits.RowsOf(cursor.Column) <= 1;

    void Advance(ColumnCursor cursor, in VariableView variable)
    {
        if (variable.Kind is SyntaxKind.EndOfMibView or SyntaxKind.NoSuchObject or SyntaxKind.NoSuchInstance
            || !IsBelow(cursor, variable.Name))
        {
            End(cursor, null);
            if (_isRepeating)
                _ended.Add(cursor);
            return;
        }

        if (ObjectIdentifierOctets.Compare(variable.Name, cursor.Last) <= 0)
        {
            End(cursor, WalkFaultKind.NotIncreasing);
            return;
        }

        if (cursor.Rows == 0 && IsTrusted(cursor) && _limits.RowsOf(cursor.Column) == 0)
            Awake(cursor.Column.Table);
        values.Add(cursor.Advance(variable.Name), variable);
        if (cursor.Rows >= MostRows)
            End(cursor, WalkFaultKind.Endless);
    }

    static bool IsBelow(ColumnCursor cursor, ReadOnlySpan<byte> name)
    {
        var column = cursor.Column.Name.Encoded;
        return name.Length > column.Length && name.StartsWith(column);
    }

    // A row that is further than its column has come, and stands in another column's place behind it: the agent repeats what
    // it should say once. In its own order no chain of successors overtakes one that has already been told in this round.
    bool IsAstray(ReadOnlySpan<byte> name, int told)
    {
        for (var place = 0; place < told; place++)
        {
            var cursor = _cursors[_asked[place]];
            if (IsBelow(cursor, name) && (!cursor.IsDone || _ended.Contains(cursor)) && ObjectIdentifierOctets.Compare(name, cursor.Last) > 0)
                return true;
        }

        return false;
    }

    void Resume()
    {
        _limits.TakesNonRepeaters = false;
        foreach (var cursor in _ended)
        {
            cursor.IsDone = false;
            _active++;
        }
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
