using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Simulator.Years;

namespace DcOps.Browser.Tests;

/// <summary>Meters below a site's UPS meter, each with a share of what that one counts; registers of their own, never faulty.</summary>
sealed class PduMeters
{
    const string Parent = "ups-output-1";

    readonly double[] _shares;

    PduMeters(FacilityId facility, ImmutableArray<RegisteredMeter> entries, double[] shares) =>
        (Facility, Entries, _shares) = (facility, entries, shares);

    public FacilityId Facility { get; }

    public ImmutableArray<RegisteredMeter> Entries { get; }

    public static PduMeters Below(FacilityId facility, IEnumerable<RegisteredMeter> played, double[] shares)
    {
        var parent = played.Single(meter => meter.Facility == facility && meter.Meter == Parent);
        return new(
            facility,
            [
                .. shares.Select((_, index) => parent with
                {
                    Meter = $"pdu-output-{index + 1}", Role = MeterRole.PduOutput, Parent = Parent, Serial = $"PDU{index + 1:000}",
                    ModulusWattHours = null, CalibrationDueOn = index == 0 ? new DateOnly(2026, 6, 30) : parent.CalibrationDueOn,
                }),
            ],
            shares);
    }

    /// <summary>Reads the meters when their parent was read, by what truly flowed: the mean power that the parent told.</summary>
    public void Read(FacilityBook book, FacilityYear year)
    {
        var parent = year.Meters.Single(meter => meter.Entry.Meter == Parent);
        var (energy, before) = (0.0, (RegisterReading?)null);
        foreach (var reading in parent.Arrived.OrderBy(reading => reading.At))
        {
            if (before is { MeanWatts: { } watts } last)
                energy += (watts + reading.MeanWatts!.Value) / 2 * (reading.At - last.At).TotalHours;
            before = reading;
            for (var index = 0; index < _shares.Length; index++)
                book.Take(Entries[index].Meter, new RegisterReading(reading.At, Math.Floor(energy * _shares[index]), Entries[index].Serial));
        }
    }
}
