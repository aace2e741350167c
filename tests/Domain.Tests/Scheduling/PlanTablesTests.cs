using DcOps.Domain.Csv;
using DcOps.Domain.Scheduling.Model;
using DcOps.Domain.Scheduling.Tables;

namespace DcOps.Domain.Tests.Scheduling;

/// <summary>The input of a plan as tables.</summary>
public sealed class PlanTablesTests
{
    static PlanningInput Whole => PlanScene.Input(
        PlanScene.Job("J1") with { Stack = "torch", Gigabytes = 12.5, DataRegion = 1, Latency = LatencyClass.Province },
        PlanScene.Job("J2") with { Flexibility = Flexibility.Elastic, Levels = [new(2, 0.6), new(4, 1)], MayLeaveProvince = false },
        PlanScene.Job("J3") with
        {
            Flexibility = Flexibility.Interruptible,
            CheckpointCost = 0.5,
            IsApproved = true,
            MoveCost = 7,
            Duration = 3,
            Current = new(1, [new(0, 2, 4), new(5, 6, 4)]),
        }) with
    {
        Quotas = [new("T1", PoolKind.Gpu, 12)],
        Limits = [new(1, 2, 4, 90, null), new(0, 0, 8, 95.5, 2.5)],
        CarbonPrice = 0.08,
        CarbonMethod = CarbonMethod.Marginal,
        StartsAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8)),
    };

    [Fact]
    public void What_is_written_is_read_back_to_the_same()
    {
        var written = PlanTables.Write(Whole);

        var read = PlanTables.Read(written, out var faults);

        Assert.Empty(faults);
        Assert.Equal(written, PlanTables.Write(read!));
        Assert.Equal(Whole.Workloads[2].Current, read!.Workloads[2].Current);
        Assert.Equal(Whole.Workloads[1].Levels, read.Workloads[1].Levels);
        Assert.Equal(Whole.Limits, read.Limits);
        Assert.Equal(Whole.Facilities[0].Price, read.Facilities[0].Price);
        Assert.Equal(PlanScene.Plan(Whole).Cost, PlanScene.Plan(read).Cost);
    }

    [Fact]
    public void A_tariff_with_a_gap_is_named_with_its_line_and_time()
    {
        var faults = Refused(PlanTables.Series, text => text
            .Replace("A-01,price,2026-03-02T08:00+08:00,0.5", "A-01,price,2026-03-02T08:00+08:00,0.5\nA-01,price,2026-03-02T09:00+08:00,", StringComparison.Ordinal));

        var fault = Assert.Single(faults);
        Assert.Equal(("series.csv", "value"), (fault.File, fault.Column));
        Assert.Contains("gap in price of A-01 at 2026-03-02T09:00+08:00", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_that_is_not_given_at_all_is_named_with_where_it_may_stand()
    {
        var faults = Refused(PlanTables.Series, text => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("B-01,carbon", StringComparison.Ordinal))));

        Assert.Contains("has no carbon for B-01; give one for it, for region B, or for *.", Assert.Single(faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_for_one_facility_outranks_its_region_and_that_all()
    {
        var texts = PlanTables.Write(Whole);
        var series = string.Join('\n', texts[PlanTables.Series].Split('\n').Where(line => !line.Contains(",price,", StringComparison.Ordinal)))
            + "*,price,2026-01-01T00:00Z,0.9\nB,price,2026-01-01T00:00Z,0.7\nB-01,free-gpu,2026-03-02T09:00+08:00,3\n";

        var read = PlanTables.Read(texts.SetItem(PlanTables.Series, series), out var faults);

        Assert.Empty(faults);
        Assert.Equal(0.9, read!.Facilities[0].Price[0]);
        Assert.Equal(0.7, read.Facilities[1].Price[7]);
        Assert.Equal([10, 10, 10, 10, 3, 3, 3, 3], read.Pools[1].Free);
    }

    [Theory]
    [InlineData("origin", "A", "X", "is 'X', which is no region of this plan")]
    [InlineData("units", "4", "0", "a job needs at least one")]
    [InlineData("kind", "gpu", "tpu", "write one of cpu, gpu, hpc, storage")]
    [InlineData("deadline", "2026-03-02T10:00+08:00", "2026-03-02T08:05+08:00", "leaves no whole slot after the release")]
    [InlineData("release", "2026-03-02T08:00+08:00", "tomorrow", "write a time with its zone")]
    [InlineData("levels", "", "4-1", "write units and speed like 4:1; 8:1.7")]
    public void A_bad_cell_of_a_job_is_named_by_line_and_column(string column, string good, string bad, string says)
    {
        var faults = Refused(PlanTables.Jobs, text => WithCell(text, row: 1, column, good, bad));

        var fault = Assert.Single(faults);
        Assert.Equal(("jobs.csv", 2, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(says, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_whole_is_put_back_to_the_line_that_says_it()
    {
        var faults = Refused(PlanTables.Jobs, text => WithCell(text, row: 2, "levels", "2:0.6; 4:1", ""));

        var fault = Assert.Single(faults);
        Assert.Equal(("jobs.csv", 3), (fault.File, fault.Line));
        Assert.Contains("needs levels", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_table_is_named_at_once()
    {
        Assert.Null(PlanTables.Read(new Dictionary<string, string>(), out var faults));

        Assert.Equal(PlanTables.Needed.Order(StringComparer.Ordinal), faults.Select(fault => fault.File));
    }

    [Fact]
    public void A_plan_is_written_in_the_form_in_which_the_next_one_reads_what_stands()
    {
        var plan = PlanScene.Plan(Whole);

        var next = PlanTables.Read(PlanTables.Write(Whole).SetItem(PlanTables.Current, PlanReport.Placements(plan)), out var faults);

        Assert.Empty(faults);
        Assert.Equal(plan.Placements, next!.Workloads.Select(workload => workload.Current));
    }

    static ImmutableArray<CsvFault> Refused(string table, Func<string, string> spoil)
    {
        var texts = PlanTables.Write(Whole);
        Assert.Null(PlanTables.Read(texts.SetItem(table, spoil(texts[table])), out var faults));
        return faults;
    }

    static string WithCell(string text, int row, string column, string good, string bad)
    {
        var lines = text.Split('\n');
        var (index, cells) = (Array.IndexOf(lines[0].Split(','), column), lines[row].Split(','));
        Assert.Equal(good, cells[index]);
        cells[index] = bad;
        lines[row] = string.Join(',', cells);
        return string.Join('\n', lines);
    }
}
