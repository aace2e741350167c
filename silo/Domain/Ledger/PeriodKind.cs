namespace DcOps.Domain.Ledger;

/// <summary>Periods that are closed.</summary>
public enum PeriodKind : byte
{
    Day = 0,
    Month = 1,
    Year = 2,
}
