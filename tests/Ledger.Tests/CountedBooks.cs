using DcOps.Domain.History;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

/// <summary>Books that remember which stretches were opened.</summary>
sealed class CountedBooks(IBookSource books) : IBookSource
{
    public List<BusinessPeriod> Opened { get; } = [];

    public Task<FacilityBook> OpenAsync(FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken)
    {
        Opened.Add(period);
        return books.OpenAsync(facility, period, cancellationToken);
    }

    public Task<DateTimeOffset?> FirstReadingAsync(FacilityId facility, CancellationToken cancellationToken) =>
        books.FirstReadingAsync(facility, cancellationToken);

    public Task<BusinessPeriod> NeighboursAsync(FacilityId facility, BusinessPeriod stretch, CancellationToken cancellationToken) =>
        books.NeighboursAsync(facility, stretch, cancellationToken);

    public Task<ImmutableArray<RegisterReading>> ReadingsAsync(
        FacilityId facility, string meter, BusinessPeriod period, CancellationToken cancellationToken) =>
        books.ReadingsAsync(facility, meter, period, cancellationToken);

    public Task<ImmutableArray<RackEnergySum>> RackEnergyAsync(
        FacilityId facility, BusinessPeriod period, CancellationToken cancellationToken) =>
        books.RackEnergyAsync(facility, period, cancellationToken);
}
