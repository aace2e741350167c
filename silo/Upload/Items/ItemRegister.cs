using DcOps.Domain.Ledger;
using DcOps.Domain.Topology;
using DcOps.Upload.Configuration;

namespace DcOps.Upload.Items;

/// <summary>Which meter is which item at the platform: makes items of the ledger's figures.</summary>
public sealed class ItemRegister(UploadOptions options)
{
    readonly Dictionary<(FacilityId, string), (UploadFacility Facility, UploadMeter Meter)> _meters = options.Facilities
        .SelectMany(facility => facility.Meters.Select(meter => (facility, meter)))
        .ToDictionary(each => (FacilityId.Parse(each.facility.Facility), each.meter.Meter), each => each);

    public IEnumerable<FacilityId> Facilities => _meters.Keys.Select(key => key.Item1).Distinct();

    /// <summary>Items that one quarter-hour brings.</summary>
    public int ItemsPerQuarter => _meters.Count;

    /// <summary>The item as a first revision. Null when the meter is not registered for upload, or nothing is known of the period.</summary>
    public UploadItem? Of(EnergyItem figure)
    {
        if (figure.Count is not { } count || !_meters.TryGetValue((figure.Facility, figure.Meter), out var registered))
            return null;

        var (facility, meter) = registered;
        return new(
            facility.Enterprise, facility.Device, meter.Code, figure.Span, figure.From,
            decimal.Round(count / meter.CountsPerUnit, meter.Decimals, MidpointRounding.AwayFromZero), meter.Unit, meter.TceFactor,
            InputKind.Meter, figure.Quality, Revision: 1);
    }
}
