using System.Globalization;
using DcOps.Contracts.Ledger;
using DcOps.Domain.Ledger;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;
using DcOps.Domain.Units;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Evidence;

/// <summary>What a meter's register showed, day by day, and what the ledger understood each reading as.</summary>
public sealed partial class MeterReadingsPage(IEnergyLedger ledger, Inventory inventory, TimeProvider time) : ComponentBase
{
    const int MostEvents = 60;

    static BusinessCalendar Calendar => BusinessCalendar.Shanghai;

    [Parameter]
    public required string Id { get; set; }

    [Parameter]
    public required string Meter { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>As the address has it; empty for the trailing year.</summary>
    string Period { get; set; } = "";

    ReportPeriod Reported { get; set; }

    /// <summary>Null when there is no such facility or period.</summary>
    Domain.Topology.Facility? Facility { get; set; }

    Domain.Topology.City? City { get; set; }

    /// <summary>The registry's entry of the day; null when it never had the meter.</summary>
    RegisteredMeter? Entry { get; set; }

    DateOnly Day { get; set; }

    DateOnly First => Calendar.LocalDate(Reported.Period.From);

    DateOnly Last => Calendar.LocalDate(Reported.Period.To).AddDays(-1);

    ImmutableArray<ReadRegister> Readings { get; set; } = [];

    /// <summary>Of the whole period, by time.</summary>
    ImmutableArray<MeterEvent> Events { get; set; } = [];

    Energy DayEnergy { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Period = Context?.Request.Query["period"].ToString() ?? "";
        if (!FacilityId.TryParse(Id, out var id) || !inventory.TryGet(id, out var facility)
            || !ReportPeriod.TryParse(Period, time.GetUtcNow(), out var period))
        {
            Context.AnswerNotFound();
            return;
        }

        (Facility, Reported) = (facility, period);
        City = inventory.TryGet(facility.City, out var city) ? city : null;
        var asked = DateOnly.TryParseExact(
            Context?.Request.Query["day"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : First;
        Day = asked < First ? First : asked > Last ? Last : asked;
        if (await ledger.IntervalsAsync(id, Meter, period.Period, IntervalGrid.Quarter, CancellationToken.None) is not { } intervals)
        {
            Context.AnswerNotFound();
            return;
        }

        Entry = intervals.Entries.LastOrDefault(entry => entry.IsValid(Day)) ?? intervals.Entries[^1];
        Events = intervals.Events;
        DayEnergy = intervals.Series.TotalOf(Calendar.Day(Day));
        await ReadAsync(id);
    }

    async Task ReadAsync(FacilityId id)
    {
        var readings = new List<RegisterReading>();
        await foreach (var reading in ledger.ReadingsAsync(id, Meter, Calendar.Day(Day), CancellationToken.None))
            readings.Add(reading);
        Readings = [.. ReadRegister.Of(readings, Events)];
    }
}
