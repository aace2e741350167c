using DcOps.Domain.Units;

namespace DcOps.Contracts.Ledger;

/// <summary>One local day of the upload at one destination; revisions of an item count as one.</summary>
/// <param name="Expected">Quarter-hours and the day itself of every uploaded meter, as far as they have ended.</param>
/// <param name="Spooled">Of these, how many the ledger has given.</param>
/// <param name="Acknowledged">Of these, how many the destination has in their newest revision.</param>
/// <param name="Refused">Of these, how many it will never take.</param>
public sealed record UploadDay(DateOnly Day, int Expected, int Spooled, int Acknowledged, int Refused)
{
    /// <summary>Acknowledged over expected; null when nothing was expected.</summary>
    public Ratio? Completeness => Expected > 0 ? new((double)Acknowledged / Expected) : null;
}
