using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking.Scripts;

namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What one device has taught about itself: how much it can say at once, and how long its tables are.</summary>
/// <param name="columns">Number of the family's columns.</param>
sealed class LearnedLimits(int columns)
{
    /// <summary>Rows asked for where nothing is known; the least of the 10 to 25 that cards of every maker bear.</summary>
    const int FirstRepetitions = 10;
    const int MostRepetitions = 25;
    const int SilencesBeforeLess = 2;

    /// <summary>Polls that take tables to be as long as they were, until one looks behind their ends again.</summary>
    const int TrustingPolls = 15;
    const int MostSurprises = 3;
    const int LeastAfterSilence = 5;

    /// <summary>A device whose answers are never twice alike is not written down for ever.</summary>
    const int MostRecordings = 100;

    /// <summary>Condensed scripts that a device may fail at the first play, until it is asked as it was walked.</summary>
    const int MostFailures = 3;
    /// <summary>Polls answered whole, after which a device that was silent for a while is asked for more again; twice as many after each vain try.</summary>
    const int FirstPatience = 60;
    const int MostPatience = 8_640;

    readonly int[] _rows = [.. Enumerable.Repeat(-1, columns)];
    bool[]? _isMoving;
    int _silences;
    int _trusted = TrustingPolls;
    int _surprises;
    int _recordings;
    bool _takesNonRepeaters = true;
    PollScript? _script;
    PollScript? _scriptToEnds;
    PollPlan? _lastPlan;
    bool _isProven;
    byte _failures;
    LimitsBefore? _before;
    int _answered;
    int _patience = FirstPatience;
    bool _isTrying;

    /// <summary>Variables in one GET.</summary>
    public int GetVariables { get; private set; } = 40;

    /// <summary>Variables that one GETBULK asks for: columns times rows. 50 of them fill an Ethernet frame.</summary>
    public int BulkVariables { get; private set; } = 50;

    /// <summary>False when the device failed on names to be answered once and names to be repeated in one request.</summary>
    public bool TakesNonRepeaters
    {
        get => _takesNonRepeaters;
        set
        {
            if (value != _takesNonRepeaters)
                DropScripts();
            _takesNonRepeaters = value;
            if (!value && _before is { } before)
                _before = before with { TakesNonRepeaters = false };
        }
    }

    /// <summary>Rows of the column at its last walk; null before.</summary>
    public int? RowsOf(ColumnPlan column) => _rows[column.Number] < 0 ? null : _rows[column.Number];

    /// <summary>Whether the column has been seen to change its length, as a table of alarms does: it is never taken to be as it was.</summary>
    public bool IsMoving(ColumnPlan column) => _isMoving?[column.Number] ?? false;

    /// <summary>The same of a column by its name.</summary>
    public bool IsMoving(PollPlan plan, ObjectIdentifier column) =>
        _isMoving is not null && plan.Columns.Any(entry => entry.Name == column && IsMoving(entry));

    public void Remember(ColumnPlan column, int rows)
    {
        if (_rows[column.Number] == rows)
            return;

        if (RowsOf(column) is not null)
            (_isMoving ??= new bool[_rows.Length])[column.Number] = true;
        _rows[column.Number] = rows;
        DropScripts();
    }

    /// <summary>
    /// Whether tables are taken to be as long as they were: their ends are not asked for, and of an empty one the first column
    /// alone, which saves up to half of what a poll asks. A row that is gone is seen at once, and so is the first row of an empty
    /// table; one more of a table that has never changed is seen within sixteen polls, or at once after a notification or a restart.
    /// </summary>
    public bool TrustsRows => _trusted < TrustingPolls && _surprises < MostSurprises;

    /// <summary>The next walk looks behind the end of every table: the device has changed, or was not as remembered.</summary>
    public void Doubt() => _trusted = TrustingPolls;

    /// <summary>
    /// Rows were missing where a trusting walk knew them. A device that does so again and again does not answer such questions
    /// as it should, and is never asked them again.
    /// </summary>
    public void NoteSurprise()
    {
        _surprises++;
        DropScripts();
        Doubt();
    }

    /// <summary>A walk has come to the end of all its columns.</summary>
    public void NoteWalk(bool wasTrusting) => _trusted = wasTrusting ? _trusted + 1 : 0;

    /// <summary>Rows to ask for: where the end is to be seen, one more than are left, so that it shows in the same answer.</summary>
    public int RepetitionsFor(ColumnPlan column, int rowsRead, bool isTrusting) =>
        RowsOf(column) is { } rows && rows >= rowsRead
            ? Math.Clamp(rows - rowsRead + (isTrusting ? 0 : 1), 1, MostRepetitions)
            : rowsRead == 0 ? FirstRepetitions : MostRepetitions;

    /// <summary>
    /// A question stayed without answer. Of a device that answers small questions and not this one, at two polls in a row, the
    /// large answers are lost on the way (a firewall that drops fragments, a card that drops what is too big): it is asked for less.
    /// An overload of an hour looks the same, so it is asked for more again when it has answered for long enough.
    /// </summary>
    public void NoteSilence()
    {
        if (++_silences < SilencesBeforeLess)
            return;

        _before ??= new(GetVariables, BulkVariables, TakesNonRepeaters);
        if (_isTrying)
            _patience = Math.Min(MostPatience, 2 * _patience);
        (_silences, _answered, _isTrying) = (0, 0, false);
        _takesNonRepeaters = false;
        DropScripts();
        if (GetVariables > LeastAfterSilence)
            GetVariables /= 2;
        if (BulkVariables > LeastAfterSilence)
            BulkVariables /= 2;
    }

    /// <summary>A poll came to its end.</summary>
    /// <param name="plan">A probe says nothing about larger answers.</param>
    public void NoteAnswers(PollPlan plan)
    {
        if (!plan.IsProbe)
        {
            _silences = 0;
            AskForMore();
        }

        _lastPlan = plan;
    }

    /// <returns>False when it was one variable already.</returns>
    public bool HalveGet()
    {
        DropScripts();
        _before = _before is { } before ? before with { GetVariables = Math.Min(before.GetVariables, GetVariables / 2) } : null;
        return GetVariables > 1 && (GetVariables /= 2) > 0;
    }

    /// <returns>False when it was one variable already.</returns>
    public bool HalveBulk()
    {
        DropScripts();
        _before = _before is { } before ? before with { BulkVariables = Math.Min(before.BulkVariables, BulkVariables / 2) } : null;
        return BulkVariables > 1 && (BulkVariables /= 2) > 0;
    }

    /// <summary>How the poll most likely goes; null when it is to be walked.</summary>
    public PollScript? ScriptOf(PollPlan plan)
    {
        var script = TrustsRows ? _script : _scriptToEnds;
        return IsPlayable(plan) && ReferenceEquals(script?.Plan, plan) ? script : null;
    }

    /// <summary>Whether it is worth while to write down how the walk goes: it is likely to come again.</summary>
    public bool IsWorthRecording(PollPlan plan) => IsPlayable(plan) && ReferenceEquals(_lastPlan, plan) && _recordings < MostRecordings;

    /// <param name="wasTrusting">Whether the walk took tables to be as long as they were.</param>
    /// <param name="script">Null when the walk cannot be played again.</param>
    public void Learn(bool wasTrusting, PollScript? script)
    {
        Put(wasTrusting, script?.Plan.Scripts.Same(script));
        _recordings++;
    }

    /// <summary>Whether it is asked by fewer questions than a walk: not when that has failed at once, again and again.</summary>
    public bool BearsCondensed => _takesNonRepeaters && _failures < MostFailures;

    /// <summary>A script has been played to its end: it was worth its recording.</summary>
    public void NotePlayed(bool wasTrusting)
    {
        _recordings = Math.Max(0, _recordings - 1);
        if (wasTrusting)
            _isProven = true;
    }

    /// <summary>The device did not say what it had said before.</summary>
    public void DropScript(bool wasTrusting)
    {
        if (wasTrusting && !_isProven)
            _failures++;
        Put(wasTrusting, null);
    }

    // A step at a time: a try that fails costs two polls. What the device itself called too big is never asked for again.
    void AskForMore()
    {
        if ((_before is null && !_isTrying) || ++_answered < _patience)
            return;

        _answered = 0;
        if (_before is not { } before)
        {
            // It bears what it was asked for last: the next silence is another story.
            (_isTrying, _patience) = (false, FirstPatience);
            return;
        }

        _isTrying = true;
        DropScripts();
        GetVariables = Math.Min(before.GetVariables, (2 * GetVariables) + 1);
        BulkVariables = Math.Min(before.BulkVariables, (2 * BulkVariables) + 1);
        if (GetVariables < before.GetVariables || BulkVariables < before.BulkVariables)
            return;

        (_takesNonRepeaters, _before) = (before.TakesNonRepeaters, null);
    }

    void DropScripts() => (_script, _scriptToEnds) = (null, null);

    void Put(bool isTrusting, PollScript? script)
    {
        if (isTrusting)
            (_script, _isProven) = (script, false);
        else
            _scriptToEnds = script;
    }

    bool IsPlayable(PollPlan plan) => !plan.IsProbe && _surprises < MostSurprises;
}
