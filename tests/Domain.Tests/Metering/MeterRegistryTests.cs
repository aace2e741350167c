using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Metering;

public sealed class MeterRegistryTests
{
    const string Header =
        "facility,meter,role,carrier,parent,ct,ct_class,pt,pt_class,rated_kw,resolution_wh,modulus_wh,accuracy_class,"
        + "calibrated_on,calibration_due_on,serial,volatile,valid_from,valid_to\n";

    const string Main = "NJ-01,main,utility-entrance,electricity,,400/5,0.2,10000/100,0.2,3.68,100,10000000,0.5,2024-05-01,2027-05-01,A-1,no,2025-01-01,\n";

    [Fact]
    public void Yesterdays_boundary_is_what_was_declared_for_yesterday()
    {
        var registry = new MeterRegistry([
            MeterOf.Role(MeterRole.UtilityEntrance, "main"),
            MeterOf.Role(MeterRole.UpsOutput, "ups-a", "main", to: new(2026, 3, 2)),
            MeterOf.Role(MeterRole.UpsOutput, "ups-b", "main", from: new(2026, 3, 2)),
        ]);

        Assert.Equal(["main", "ups-a"], registry.BoundaryOf(MeterOf.Facility, new(2026, 3, 1)).Meters.Select(meter => meter.Meter));
        Assert.Equal(["main", "ups-b"], registry.BoundaryOf(MeterOf.Facility, new(2026, 3, 2)).Meters.Select(meter => meter.Meter));
        Assert.Empty(registry.BoundaryOf(MeterOf.Facility, new(2024, 12, 31)).Meters);
    }

    [Fact]
    public void A_role_is_the_sum_of_its_meters_that_lie_below_no_other_of_it()
    {
        var boundary = new MeterRegistry([
            MeterOf.Role(MeterRole.UpsOutput, "ups"), MeterOf.Role(MeterRole.UpsOutput, "ups-sub", "ups"),
            MeterOf.Role(MeterRole.PduOutput, "pdu", "ups-sub"),
        ]).BoundaryOf(MeterOf.Facility, new(2026, 3, 1));

        Assert.Equal(["ups"], boundary.Of(MeterRole.UpsOutput).Select(meter => meter.Meter));
        Assert.Equal(["pdu"], boundary.Of(MeterRole.PduOutput).Select(meter => meter.Meter));
        Assert.Equal(["pdu"], boundary.ChildrenOf(boundary["ups-sub"]!).Select(meter => meter.Meter));
    }

    [Fact]
    public void A_table_is_read_and_written_back_byte_for_byte()
    {
        var text = Header + Main + "NJ-01,\"ups-a\",ups-output,,main,,,,,800.5,1,,,,,\"say \"\"hi\"\", twice\",yes,2025-01-01,2026-03-02\n";

        var registry = MeterCsv.Read("meters.csv", text, out var faults)!;
        var written = MeterCsv.Write(registry);

        Assert.Empty(faults);
        Assert.Equal("say \"hi\", twice", registry.Entries[1].Serial);
        Assert.Equal(8_000, registry.Entries[0].Multiplier);
        Assert.Equal((80_000_000_000, 800_000, 3_680), (registry.Entries[0].Traits.ModulusWattHours, registry.Entries[0].Traits.ResolutionWattHours, registry.Entries[0].RatedWatts));
        Assert.Equal(Math.Sqrt(0.25 + 0.04 + 0.04), registry.Entries[0].Uncertainty!.Value.Percent, 9);
        Assert.Equal(Header + Main + "NJ-01,ups-a,ups-output,electricity,main,,,,,800.5,1,,,,,\"say \"\"hi\"\", twice\",yes,2025-01-01,2026-03-02\n", written);
        Assert.Equal(written, MeterCsv.Write(MeterCsv.Read("meters.csv", "\uFEFF" + written.Replace("\n", "\r\n", StringComparison.Ordinal), out _)!));
    }

    [Fact]
    public void Faults_name_file_line_column_and_what_to_do()
    {
        var registry = MeterCsv.Read(
            "meters.csv",
            Header + "nj01,Main,entrance,,,400,,,,x,1,,,05.01.2024,,,maybe,2025-01-01,\n" + "NJ-01,ups\n",
            out var faults);

        Assert.Null(registry);
        Assert.Contains("meters.csv:2: facility: is 'nj01'; write a facility id like NJ-01.", faults.Select(fault => fault.ToString()));
        Assert.Contains("meters.csv:2: ct: is '400'; write primary and secondary like 400/5.", faults.Select(fault => fault.ToString()));
        Assert.Contains("meters.csv:2: calibrated_on: is '05.01.2024'; write a date like 2026-03-01.", faults.Select(fault => fault.ToString()));
        Assert.Contains("meters.csv:2: volatile: is 'maybe'; write yes or no.", faults.Select(fault => fault.ToString()));
        Assert.Contains("meters.csv:3: has 2 cells where the header has 19; add or remove commas.", faults.Select(fault => fault.ToString()));
        Assert.Equal(["meter", "role", "rated_kw"], faults.Where(fault => fault.Line == 2).Select(fault => fault.Column)
            .Intersect(["meter", "role", "rated_kw"]));
    }

    [Theory]
    [InlineData("NJ-01,main,utility-entrance,,,,,,,9,1,,,,,,no,2026-01-01,\n", "valid_from", "still holds")]
    [InlineData("NJ-01,ups,ups-output,,mian,,,,,9,1,,,,,,no,2026-01-01,\n", "parent", "which is no meter of NJ-01")]
    [InlineData("NJ-01,ups,ups-output,,main,,,,,9,1,,,,,,no,2024-12-31,\n", "parent", "does not hold on 2024-12-31")]
    [InlineData("NJ-01,a,ups-output,,b,,,,,9,1,,,,,,no,2026-01-01,\nNJ-01,b,ups-output,,a,,,,,9,1,,,,,,no,2026-01-01,\n", "parent", "a tree has no circle")]
    [InlineData("NJ-01,ups,ups-output,,main,,,,,9,1,,,,,,no,2026-01-01,2026-01-01\n", "valid_to", "not after the first day")]
    [InlineData("NJ-01,ups,ups-output,,main,,,,,9,100,100,,,,,no,2026-01-01,\n", "modulus_wh", "is not above the resolution")]
    [InlineData("NJ-01,ups,ups-output,,main,,0.2,,,9,1,,,,,,no,2026-01-01,\n", "ct_class", "fill both or neither")]
    public void Rows_that_contradict_each_other_are_refused(string rows, string column, string reason)
    {
        MeterCsv.Read("meters.csv", Header + Main + rows, out var faults);

        Assert.Contains(faults, fault => fault.Column == column && fault.Reason.Contains(reason, StringComparison.Ordinal) && fault.Line >= 3);
    }

    [Fact]
    public void A_wrong_header_is_told_before_anything_else()
    {
        MeterCsv.Read("meters.csv", Header.Replace("rated_kw", "rated", StringComparison.Ordinal) + Main, out var faults);

        Assert.Equal(
            ["meters.csv:1: rated: is not a column of this table; known are " + string.Join(", ", MeterColumns.All) + ".", "meters.csv:1: rated_kw: is missing; add the column, its cells may be empty."],
            faults.Select(fault => fault.ToString()));
        MeterCsv.Read("meters.csv", "", out var empty);
        Assert.Contains("is empty", Assert.Single(empty).Reason, StringComparison.Ordinal);
        MeterCsv.Read("meters.csv", Header + "\"NJ-01,main", out var open);
        Assert.Contains("Line 2: a quote is opened", Assert.Single(open).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_tells_what_an_import_would_change_and_from_which_day_figures_move()
    {
        var before = new MeterRegistry([
            MeterOf.Role(MeterRole.UtilityEntrance, "main"), MeterOf.Role(MeterRole.UpsOutput, "ups-a", "main"),
            MeterOf.Role(MeterRole.UpsOutput, "ups-old", "main"),
        ]);
        var after = new MeterRegistry([
            MeterOf.Role(MeterRole.UtilityEntrance, "main", ratedKilowatts: 1_200),
            MeterOf.Role(MeterRole.UpsOutput, "ups-a", "main", to: new(2026, 3, 2)),
            MeterOf.Role(MeterRole.UpsOutput, "ups-b", "main", from: new(2026, 3, 2)),
        ]);

        var difference = MeterRegistryDifference.Between(before, after);

        Assert.Equal(["ups-b"], difference.Added.Select(entry => entry.Meter));
        Assert.Equal(["ups-old"], difference.Removed.Select(entry => entry.Meter));
        Assert.Equal([("rated_kw", "1000", "1200")], difference.Changed.Single(change => change.After.Meter == "main").Fields);
        Assert.Equal([("valid_to", "", "2026-03-02")], difference.Changed.Single(change => change.After.Meter == "ups-a").Fields);
        Assert.Equal([(MeterOf.Facility, new DateOnly(2025, 1, 1))], difference.Restates);
        Assert.True(MeterRegistryDifference.Between(before, before).IsEmpty);
    }

    [Fact]
    public void A_change_of_the_last_day_alone_moves_figures_from_that_day_on()
    {
        var before = new MeterRegistry([MeterOf.Role(MeterRole.UpsOutput, "ups-a")]);
        var after = new MeterRegistry([MeterOf.Role(MeterRole.UpsOutput, "ups-a", to: new(2026, 3, 2))]);

        Assert.Equal([(MeterOf.Facility, new DateOnly(2026, 3, 2))], MeterRegistryDifference.Between(before, after).Restates);
    }

    [Fact]
    public void Entries_that_cannot_be_true_together_make_no_registry()
    {
        var main = MeterOf.Role(MeterRole.UtilityEntrance, "main");

        Assert.Contains("still holds", Assert.Throws<ArgumentException>(() => new MeterRegistry([main, main with { Serial = "B" }])).Message, StringComparison.Ordinal);
    }
}
