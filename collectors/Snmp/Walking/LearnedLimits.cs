namespace DcOps.Collectors.Snmp.Walking;

/// <summary>What one device has taught about itself: how much it can say at once, and how long its tables are.</summary>
/// <param name="columns">Number of the family's columns.</param>
sealed class LearnedLimits(int columns)
{
    /// <summary>Rows asked for where nothing is known; the least of the 10 to 25 that cards of every maker bear.</summary>
    const int FirstRepetitions = 10;
    const int MostRepetitions = 25;
    readonly int[] _rows = [.. Enumerable.Repeat(-1, columns)];

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

    /// <returns>False when it was one variable already.</returns>
    public bool HalveGet() => GetVariables > 1 && (GetVariables /= 2) > 0;

    /// <returns>False when it was one variable already.</returns>
    public bool HalveBulk() => BulkVariables > 1 && (BulkVariables /= 2) > 0;
}
