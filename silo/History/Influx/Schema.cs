namespace DcOps.History.Influx;

/// <summary>
/// Names of measurements, tags and fields; silo/History/README.md shows them as a table. Units are the names' ends.
/// A point that replaces another keeps the fields that it does not name, so each point says which of its values are known.
/// </summary>
static class Schema
{
    public const string RackMinute = "rack_minute";
    public const string FacilityMinute = "facility_minute";
    public const string FacilityInterval = "facility_interval";

    public const string MeterReading = "meter_reading";

    public const string Facility = "facility";
    public const string Room = "room";
    public const string Rack = "rack";
    public const string Role = "role";

    /// <summary>Bits: which values of the point are known.</summary>
    public const string Known = "known";
    public const string Quality = "quality";
    public const string Energy = "energy_watt_hours";
    public const string Estimated = "estimated_watt_hours";
    public const string MetersKnown = "meters_known";
    public const string MetersExpected = "meters_expected";

    /// <summary>1 when every declared meter is known, else 0: its sum counts complete intervals.</summary>
    public const string Complete = "complete";
    public const string OutdoorTemperature = "outdoor_celsius";
    public const string RacksLive = "racks_live";

    public const string Meter = "meter";

    /// <summary>What of the instant lies below its second, in ticks of 100 ns.</summary>
    public const string TicksOfSecond = "second_ticks";

    public const string Position = "position";
    public const string Watts = "watts";
    public const string Serial = "serial";

    /// <summary>In ticks of 100 ns since the year 1, UTC.</summary>
    public const string ResetTicks = "reset_ticks";

    /// <summary>In ticks likewise.</summary>
    public const string RestartTicks = "restart_ticks";

    public static readonly RollupFields Power = RollupFields.Of("power", "watts");
    public static readonly RollupFields Inlet = RollupFields.Of("inlet", "celsius");
    public static readonly RollupFields TotalPower = RollupFields.Of("total_power", "watts");
    public static readonly RollupFields ItPower = RollupFields.Of("it_power", "watts");
    public static readonly RollupFields CoolingPower = RollupFields.Of("cooling_power", "watts");
}
