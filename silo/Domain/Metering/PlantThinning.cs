using DcOps.Domain.History;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Metering;

/// <summary>The readings of a facility's plant meters that the ledger keeps, until history has taken them.</summary>
public sealed class PlantThinning
{
    readonly FacilityId _facility;
    readonly Dictionary<string, MeterThinning> _meters;
    readonly ImmutableArray<MeterReading>.Builder _kept = ImmutableArray.CreateBuilder<MeterReading>();

    public PlantThinning(FacilityId facility, ImmutableArray<ThinnedMeterImage> images, ImmutableArray<MeterReading> kept)
    {
        _facility = facility;
        _meters = (images.IsDefault ? [] : images).ToDictionary(image => image.Meter, image => new MeterThinning(image), StringComparer.Ordinal);
        _kept.AddRange(kept.IsDefault ? [] : kept);
    }

    public ImmutableArray<ThinnedMeterImage> Save() =>
        [.. _meters.Values.Select(meter => meter.Save()).OrderBy(image => image.Meter, StringComparer.Ordinal)];

    /// <summary>Kept readings that were not handed on yet.</summary>
    public ImmutableArray<MeterReading> SaveKept() => _kept.ToImmutable();

    /// <summary>Takes what a batch says of the meters.</summary>
    /// <returns>Readings and samples dropped.</returns>
    public int Take(ReadingBatch batch)
    {
        var intake = MeterIntake.Of(batch);
        var dropped = 0;
        foreach (var (meter, reading) in intake.Registers)
        {
            var traits = batch.Registers.FirstOrDefault(register => register.Point.Device == meter && register.Point.Part == PartKind.Total);
            dropped += Of(meter).Take(MeterReading.Of(_facility, meter, reading), traits, _kept);
        }

        foreach (var (meter, sample) in intake.Samples)
            dropped += Of(meter).Sample(MeterReading.Of(_facility, meter, sample), _kept);
        return dropped;
    }

    /// <summary>What was kept since the last call.</summary>
    public ImmutableArray<MeterReading> TakeRows(DateTimeOffset now)
    {
        foreach (var meter in _meters.Values)
            meter.Settle(now, _kept);
        return _kept.DrainToImmutable();
    }

    MeterThinning Of(string meter)
    {
        if (!_meters.TryGetValue(meter, out var thinning))
            _meters[meter] = thinning = new(meter);
        return thinning;
    }
}
