using DcOps.Domain.Quality;
using DcOps.Domain.Racks;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;

namespace DcOps.Ledger.Tests;

public sealed class PointQualityTests
{
    static readonly BusinessPeriod Day = BusinessCalendar.Shanghai.Day(new(2025, 12, 31));
    static readonly BusinessPeriod December = BusinessCalendar.Shanghai.Month(2025, 12);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_class_is_a_row_by_room_facility_and_city_and_a_cell_of_the_matrix()
    {
        var report = await LedgerOf(silent: null).QualityAsync(December, Token);

        Assert.Equal(Day, report.Counted);
        var temperature = report.Rows.Where(row => row.Class == PointClass.Temperature).ToList();
        Assert.Equal([null, null, "R01", "R02"], temperature.Select(row => row.Meter));
        Assert.Equal([null, "NJ-01", "NJ-01", "NJ-01"], temperature.Select(row => row.Facility?.Value));
        Assert.Equal((4L, 1_440L), (temperature[0].Tally.Samples / 360, temperature[0].Tally.Samples));
        Assert.Equal(TimeSpan.FromSeconds(2), temperature[0].Timing!.LatenessP95);
        Assert.Contains(report.Rows, row => row.Class == PointClass.Meters);
        Assert.Equal(
            [("NJ", PointClass.Meters), ("NJ", PointClass.Power), ("NJ", PointClass.Temperature), ("SZ", PointClass.Meters)],
            report.Matrix.Select(cell => (cell.City.Value, cell.Class)));
        Assert.All(report.Matrix.Where(cell => cell.Class != PointClass.Meters), cell => Assert.True(cell.Score.Points > 90, $"{cell.Score}"));
    }

    [Fact]
    public async Task Suspicions_of_points_stand_beside_those_of_meters()
    {
        var report = await LedgerOf(silent: null).QualityAsync(December, Token);

        var stuck = report.Suspicions.First(each => each.Kind == SuspicionKind.Stuck);
        Assert.Equal(("NJ-01", "R01/A01 env/sensor-1/inlet-temperature"), (stuck.Facility.Value, stuck.Meter));
    }

    [Fact]
    public async Task A_room_that_does_not_answer_is_left_out_and_without_rooms_meters_alone_are_judged()
    {
        var partly = await LedgerOf(silent: "R02").QualityAsync(December, Token);
        var alone = await new TrialProvince().Ledger.QualityAsync(December, Token);

        Assert.DoesNotContain(partly.Rows, row => row.Room?.RoomCode == "R02");
        Assert.Contains(partly.Rows, row => row.Room?.RoomCode == "R01");
        Assert.All(alone.Rows, row => Assert.Equal(PointClass.Meters, row.Class));
        Assert.Null(alone.Counted);
    }

    static EnergyLedger LedgerOf(string? silent)
    {
        var province = new TrialProvince();
        province.Parts.Inventory.TryGet(TrialProvince.Nanjing, out var facility);
        return new(province.Parts with { PointQuality = new Rooms(facility!, silent) });
    }

    /// <summary>Rooms whose racks were read every two minutes for a day, as their folds counted it.</summary>
    sealed class Rooms(Facility facility, string? silent) : IPointQuality
    {
        public Task<RoomQualityReport?> OfAsync(RoomId room, CancellationToken cancellationToken)
        {
            if (room.RoomCode == silent || facility.Rooms.FirstOrDefault(each => each.Id == room) is not { } own)
                return Task.FromResult<RoomQualityReport?>(null);

            var (state, sequence) = (RoomState.New(own), 0L);
            for (var minute = 0; minute < 1_440; minute += 2)
            {
                var at = Day.From.AddMinutes(minute);
                var rack = own.Racks[0].Id;
                ImmutableArray<Reading> readings =
                [
                    new(PointId.Total("pdu-a", Quantity.ActivePower), 3_000 + (minute % 7), at, ReadingQuality.Good),
                    new(new("env", PartKind.Sensor, 1, Quantity.InletTemperature), 23, at, ReadingQuality.Good),
                ];
                state.Fold(new("nj", ++sequence, Location.Of(rack), at, readings, []), at.AddSeconds(2));
            }

            // A day and a minute later the sensor still says the same.
            var later = Day.To.AddMinutes(1);
            state.Fold(
                new("nj", ++sequence, Location.Of(own.Racks[0].Id), later, [new(new("env", PartKind.Sensor, 1, Quantity.InletTemperature), 23, later, ReadingQuality.Good)], []),
                later.AddSeconds(2));
            return Task.FromResult<RoomQualityReport?>(state.Quality(later));
        }
    }
}
