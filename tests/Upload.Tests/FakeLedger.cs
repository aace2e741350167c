using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Upload.Tests;

/// <summary>A ledger's items in the order in which they became known.</summary>
sealed class FakeLedger : IEnergyItems
{
    readonly List<EnergyItem> _items = [];

    public void Add(params IEnumerable<EnergyItem> items) => _items.AddRange(items);

    public static EnergyItem Figure(
        ItemSpan span, DateTimeOffset from, long? count, string meter = "main", DateTimeOffset? readAt = null) => new(
            FacilityId.Parse("NJ-01"), meter, MeterCarrier.Electricity, span, from, count, IntervalQuality.Measured, readAt);

    public ValueTask<EnergyItemPage> ReadAsync(FacilityId facility, string after, int most, CancellationToken cancellationToken)
    {
        var from = after.Length == 0 ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        var page = _items.Skip(from).Take(most).ToImmutableArray();
        return ValueTask.FromResult(new EnergyItemPage(
            page, (from + page.Length).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
