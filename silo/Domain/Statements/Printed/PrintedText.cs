using System.Net;
using System.Text;
using DcOps.Domain.Csv;

namespace DcOps.Domain.Statements.Printed;

/// <summary>Builds a page; whatever is put in as text or cell is escaped here and nowhere else.</summary>
sealed class PrintedText(StatementWords words)
{
    readonly StringBuilder _text = new();

    /// <summary>Our own markup, without anything from outside.</summary>
    public PrintedText Markup(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>An element that holds a text.</summary>
    public PrintedText Element(string name, string content)
    {
        _text.Append('<').Append(name).Append('>').Append(Escaped(content)).Append("</").Append(name[..(name.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? end : name.Length)]).Append(">\n");
        return this;
    }

    public PrintedText Heading(string key) => Element("h2", words[key]);

    public PrintedText Fact(string key, string value) => Element("dt", words[key]).Element("dd", value.Length == 0 ? PrintedCell.None : value);

    /// <summary>A table of a bundle, columns chosen; says so when it has no rows.</summary>
    /// <param name="csv">Canonical, header first; columns that it has not are left out.</param>
    public PrintedText Table(string csv, params PrintedColumn[] columns)
    {
        var rows = CsvText.Rows(csv);
        var shown = columns.Select(column => (Column: column, Index: rows.Count > 0 ? rows[0].Cells.IndexOf(column.Name) : -1))
            .Where(column => column.Index >= 0).ToArray();
        return Table(
            [.. shown.Select(column => column.Column)],
            rows.Skip(1).Select(row => shown.Select(column => row.Cells[column.Index]).ToArray()));
    }

    public PrintedText Table(PrintedColumn[] columns, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return Element("p", words["none"]);

        Markup(columns[0].Width > 0 ? "<table class=\"measured\">" : "<table>");
        foreach (var column in columns.Where(column => column.Width > 0))
            Markup($"<col style=\"width:{column.Width}%\">");
        Markup("<thead><tr>");
        foreach (var column in columns)
            Element($"th scope=\"col\"{PrintedCell.Class(column.Form)}", words[column.Name]);
        Markup("</tr></thead><tbody>");
        foreach (var row in all)
        {
            _text.Append("<tr>");
            for (var index = 0; index < columns.Length; index++)
            {
                _text.Append("<td").Append(PrintedCell.Class(columns[index].Form)).Append('>')
                    .Append(Escaped(PrintedCell.Of(row[index], columns[index].Form, words))).Append("</td>");
            }

            _text.Append("</tr>\n");
        }

        return Markup("</tbody></table>");
    }

    public override string ToString() => _text.ToString();

    // Control characters that HTML does not have would make the page unreadable for a strict reader.
    static string Escaped(string text) => WebUtility.HtmlEncode(
        string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\t') ? '\uFFFD' : letter)));
}
