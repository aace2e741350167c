using DcOps.Domain.Kpis;
using DcOps.Domain.Statements;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>A filed statement with what it froze.</summary>
/// <param name="Figure">At the first declared category; null when the period had none, and for the province's.</param>
/// <param name="Newest">Revision of the period that is in force now; null when it is not known.</param>
public sealed record StatementRow(FiledStatement Statement, PueFigure? Figure, int? Newest)
{
    /// <summary>Whether a later revision has replaced the figure; the statement stays as it was filed.</summary>
    public bool IsSuperseded => Newest > Statement.Revision;
}
