namespace DcOps.Contracts.Ledger;

/// <summary>
/// The province's energy ledger as pages, exports and uploads ask it. Every figure names its period, completeness and revision;
/// nothing here is estimated because a store is away.
/// </summary>
/// <remarks>Any member may throw <see cref="DcOps.Domain.History.HistoryUnavailableException"/>: the store of raw readings cannot be reached.</remarks>
public interface IEnergyLedger
    : IComplianceLedger, IEvidenceLedger, ICorrectionLedger, IStatementLedger, IQualityLedger, IGreenLedger, IMeterLedger, IPlaceLedger,
        IKpiLedger;
