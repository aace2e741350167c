namespace DcOps.Domain.Statements.Printed;

/// <summary>One column of a printed table: which cell it shows, and how.</summary>
/// <param name="Name">Column of the bundle's table; its heading is the word of this key.</param>
readonly record struct PrintedColumn(string Name, PrintedForm Form = PrintedForm.Text);
