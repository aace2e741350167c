namespace DcOps.Domain.Csv;

/// <summary>A table with a header of known columns, in any order.</summary>
public static class CsvTable
{
    /// <summary>Rows that have as many cells as the header; empty when the header itself is faulty.</summary>
    /// <param name="columns">Every column must be there, and no other.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static List<CsvRow> Read(string file, string text, IReadOnlyCollection<string> columns, List<CsvFault> faults)
    {
        try
        {
            return Read(file, CsvText.Rows(text), columns, faults);
        }
        catch (FormatException fault)
        {
            faults.Add(new(file, 1, "", fault.Message));
            return [];
        }
    }

    static List<CsvRow> Read(
        string file, List<(int Line, List<string> Cells)> rows, IReadOnlyCollection<string> columns, List<CsvFault> faults)
    {
        if (rows.Count == 0)
        {
            faults.Add(new(file, 1, "", $"is empty; the first line names the columns: {string.Join(',', columns)}."));
            return [];
        }

        var (headerLine, header) = rows[0];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in header.Select(cell => cell.Trim()))
        {
            if (!columns.Contains(name, StringComparer.Ordinal))
                faults.Add(new(file, headerLine, name, $"is not a column of this table; known are {string.Join(", ", columns)}."));
            else if (!index.TryAdd(name, index.Count))
                faults.Add(new(file, headerLine, name, "is there twice; keep one."));
        }

        faults.AddRange(columns.Where(column => !index.ContainsKey(column))
            .Select(column => new CsvFault(file, headerLine, column, "is missing; add the column, its cells may be empty.")));
        if (faults.Count > 0)
            return [];

        var read = new List<CsvRow>(rows.Count);
        foreach (var (line, cells) in rows.Skip(1))
        {
            if (cells.Count == header.Count)
                read.Add(new(file, line, index, cells, faults));
            else
                faults.Add(new(file, line, "", $"has {cells.Count} cells where the header has {header.Count}; add or remove commas."));
        }

        return read;
    }
}
