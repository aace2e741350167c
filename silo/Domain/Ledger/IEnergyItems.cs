using DcOps.Domain.Topology;

namespace DcOps.Domain.Ledger;

/// <summary>
/// The ledger as a source of items: whoever passes figures on asks for what became known since. An item may come again, changed or
/// not; who passes it on numbers what changed.
/// </summary>
public interface IEnergyItems
{
    /// <param name="after">Empty for the beginning; else of the last page.</param>
    /// <param name="most">Items in a page at most.</param>
    ValueTask<EnergyItemPage> ReadAsync(FacilityId facility, string after, int most, CancellationToken cancellationToken);
}
