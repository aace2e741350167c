namespace DcOps.History.Influx;

/// <summary>The columns of one kind of row.</summary>
/// <param name="Always">Columns that every point has; the first is <see cref="Schema.Known"/>.</param>
/// <param name="ByBit">Columns that a point has when it knows the value of that bit.</param>
sealed record RowShape(string Measurement, ImmutableArray<string> Always, ImmutableArray<ImmutableArray<string>> ByBit)
{
    public static readonly RowShape RackMinute = new(
        Schema.RackMinute, [Schema.Known, Schema.Quality], [Schema.Power.Names, Schema.Inlet.Names, [Schema.Energy]]);

    public static readonly RowShape FacilityMinute = new(
        Schema.FacilityMinute,
        [Schema.Known, Schema.RacksLive],
        [Schema.TotalPower.Names, Schema.ItPower.Names, Schema.CoolingPower.Names, [Schema.OutdoorTemperature]]);

    public static readonly RowShape FacilityInterval = new(
        Schema.FacilityInterval,
        [Schema.Known, Schema.Quality, Schema.Estimated, Schema.MetersKnown, Schema.MetersExpected, Schema.Role],
        [[Schema.Energy]]);

    public static readonly RowShape MeterReading = new(
        Schema.MeterReading,
        [Schema.Known, Schema.TicksOfSecond, Schema.Meter],
        [[Schema.Position], [Schema.Serial], [Schema.ResetTicks], [Schema.RestartTicks], [Schema.Watts]]);

    public ImmutableArray<string> Columns => [.. Always, .. ByBit.SelectMany(columns => columns)];

    /// <summary>What <see cref="Schema.Known"/> of a point may be that knows the value of a bit.</summary>
    public IEnumerable<int> WithBit(int bit) => Enumerable.Range(0, 1 << ByBit.Length).Where(bits => (bits >> bit & 1) == 1);

    /// <summary>Whether every field is there. The server shows a point field by field while it is being written.</summary>
    public bool IsWhole(InfluxRow row) =>
        Always.All(row.Has) && !ByBit.Where((columns, bit) => row.Knows(bit) && !columns.All(row.Has)).Any();
}
