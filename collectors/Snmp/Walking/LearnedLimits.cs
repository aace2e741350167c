namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What one device has taught about itself: how much it can say at once, and how long its tables are.</summary>
/// <param name="columns">Number of the family's columns.</param>
sealed class LearnedLimits(int columns)
{
    /// <summary>Rows asked for where nothing is known; the least of the 10 to 25 that cards of every maker bear.</summary>
    const int FirstRepetitions = 10;
    const int MostRepetitions = 25;
    const int SilencesBeforeLess = 2;
    const int LeastAfterSilence = 5;
    readonly int[] _rows = [.. Enumerable.Repeat(-1, columns)];
    int _silences;

    /// <summary>Variables in one GET.</summary>
    public int GetVariables { get; private set; } = 40;

    /// <summary>Variables that one GETBULK asks for: columns times rows. 50 of them fill an Ethernet frame.</summary>
    public int BulkVariables { get; private set; } = 50;

    /// <summary>False when the device failed on scalars and columns in one request.</summary>
    public bool TakesRiders { get; set; } = true;

    /// <summary>Rows of the column at its last walk; null before.</summary>
    public int? RowsOf(ColumnPlan column) => _rows[column.Number] < 0 ? null : _rows[column.Number];

    public void Remember(ColumnPlan column, int rows) => _rows[column.Number] = rows;

    /// <summary>Rows to ask for: one more than are left, so that the end shows in the same answer.</summary>
    public int RepetitionsFor(ColumnPlan column, int rowsRead) =>
        RowsOf(column) is { } rows && rows >= rowsRead
            ? Math.Min(rows - rowsRead + 1, MostRepetitions)
            : rowsRead == 0 ? FirstRepetitions : MostRepetitions;

    /// <summary>
    /// A question stayed without answer. Of a device that answers small questions and not this one, at two polls in a row, the
    /// large answers are lost on the way (a firewall that drops fragments, a card that drops what is too big): it is asked for less.
    /// </summary>
    public void NoteSilence()
    {
        if (++_silences < SilencesBeforeLess)
            return;

        _silences = 0;
        TakesRiders = false;
        if (GetVariables > LeastAfterSilence)
            HalveGet();
        if (BulkVariables > LeastAfterSilence)
            HalveBulk();
    }

    /// <summary>A poll came to its end.</summary>
    /// <param name="isProbe">Whether only sysUpTime was asked: that says nothing about larger answers.</param>
    public void NoteAnswers(bool isProbe)
    {
        if (!isProbe)
            _silences = 0;
    }

    /// <returns>False when it was one variable already.</returns>
    public bool HalveGet() => GetVariables > 1 && (GetVariables /= 2) > 0;

    /// <returns>False when it was one variable already.</returns>
    public bool HalveBulk() => BulkVariables > 1 && (BulkVariables /= 2) > 0;
}
