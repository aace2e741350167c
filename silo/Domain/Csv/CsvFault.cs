using System.Globalization;

namespace DcOps.Domain.Csv;

/// <summary>One thing wrong in a table that somebody sent.</summary>
/// <param name="Line">
/// Counted from 1, the header included; where a quoted cell holds line breaks, the line on which its row begins.
/// </param>
/// <param name="Column">Name of the column; empty when the fault is the line's.</param>
/// <param name="Reason">What is wrong and what to do, as one sentence.</param>
public sealed record CsvFault(string File, int Line, string Column, string Reason)
{
    public override string ToString() => Column.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Reason}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Column}: {Reason}");
}
