using System.Text;

namespace DcOps.Domain.Csv;

/// <summary>
/// Comma-separated text as RFC 4180 has it, written in one canonical way so that equal tables are equal bytes.
/// </summary>
public static class CsvText
{
    const string NeedsQuotes = ",\"\r\n";

    /// <summary>One line, ended by a line feed; cells are quoted only where they must be.</summary>
    public static void AppendLine(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            if (index > 0)
                text.Append(',');
            if (cells[index].AsSpan().ContainsAny(NeedsQuotes))
                text.Append('"').Append(cells[index].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cells[index]);
        }

        text.Append('\n');
    }

    /// <summary>Rows with the line on which each begins; empty lines are left out, a byte order mark is skipped.</summary>
    /// <exception cref="FormatException">A quote is never closed; the message names its line.</exception>
    public static List<(int Line, List<string> Cells)> Rows(string text)
    {
        var rows = new List<(int, List<string>)>();
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (line, began, isQuoted, quotedAt) = (1, 1, false, 0);
        for (var index = text.StartsWith('\uFEFF') ? 1 : 0; index < text.Length; index++)
        {
            var letter = text[index];
            line += letter == '\n' ? 1 : 0;
            if (isQuoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"')
                cell.Append(text[index++]);
            else if (letter == '"' && (isQuoted || cell.Length == 0))
                (isQuoted, quotedAt) = (!isQuoted, line);
            else if (isQuoted || (letter is not (',' or '\r' or '\n')))
                cell.Append(letter);
            else if (letter == ',')
                EndCell();
            else if (letter == '\n')
                EndRow();
        }

        if (isQuoted)
            throw new FormatException($"Line {quotedAt}: a quote is opened and never closed; close it.");
        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            if (cells.Count > 0 || cell.Length > 0)
            {
                EndCell();
                rows.Add((began, cells));
                cells = [];
            }

            began = line;
        }
    }
}
