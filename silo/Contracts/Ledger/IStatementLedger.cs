using DcOps.Domain.Ledger;
using DcOps.Domain.Statements;
using DcOps.Domain.Topology;

namespace DcOps.Contracts.Ledger;

/// <summary>Statements as they were filed. What is filed stays, whatever is restated later.</summary>
public interface IStatementLedger
{
    /// <summary>Newest first.</summary>
    /// <param name="scope">A facility's id or the province's; null asks for all.</param>
    Task<ImmutableArray<FiledStatement>> StatementsAsync(string? scope, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this id.</summary>
    Task<FiledStatement?> StatementAsync(string id, CancellationToken cancellationToken);

    /// <summary>Files the current revision of a closed period; a revision that was filed already is answered as it was filed.</summary>
    Task<FilingAnswer> FileAsync(
        FacilityId facility, PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken);

    /// <summary>Files the province's period over the newest filed statement of each facility; those without one are listed as missing.</summary>
    Task<FilingAnswer> FileProvinceAsync(PeriodKind kind, BusinessPeriod period, string author, CancellationToken cancellationToken);

    /// <summary>The files of a filed statement, manifest first: what is signed and bundled. Empty when there is none of this id.</summary>
    Task<ImmutableArray<StatementFile>> FilesAsync(string id, CancellationToken cancellationToken);

    /// <summary>What the check of a filed facility statement finds wrong; empty when its figures follow from its readings.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this id.</exception>
    Task<ImmutableArray<StatementFinding>> VerifyAsync(string id, CancellationToken cancellationToken);
}
