namespace DcOps.Domain.Statements.Printed;

/// <summary>One column of a printed table: which cell it shows, and how.</summary>
/// <param name="Name">Column of the bundle's table; its heading is the word of this key.</param>
/// <param name="Width">Of the table, in per cent; 0 where the text decides. All columns of a table have one or none has.</param>
readonly record struct PrintedColumn(string Name, PrintedForm Form = PrintedForm.Text, int Width = 0);
