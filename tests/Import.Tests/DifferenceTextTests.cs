using DcOps.Domain.Metering;

namespace DcOps.Import.Tests;

public sealed class DifferenceTextTests
{
    const string Before =
        """
        meters:
          - { facility: NJ-01, meter: main, role: utility-entrance, rated_kw: 1000, resolution_wh: 1, valid_from: 2026-01-01 }
          - { facility: NJ-01, meter: ups, role: ups-output, parent: main, rated_kw: 800, resolution_wh: 1, valid_from: 2026-01-01 }
        """;

    [Fact]
    public void Tells_what_an_import_would_do_before_it_is_done()
    {
        var after = Before.Replace("rated_kw: 1000", "rated_kw: 1250", StringComparison.Ordinal)
            .Replace("meter: ups", "meter: ups-a", StringComparison.Ordinal);

        Assert.Equal(
            [
                "+ NJ-01 ups-a from 2026-01-01: ups-output, 800 kW",
                "~ NJ-01 main from 2026-01-01",
                "    rated_kw: 1000 -> 1250",
                "- NJ-01 ups from 2026-01-01: ups-output",
                "! figures of NJ-01 from 2026-01-01 on would be restated",
                "1 added, 1 changed, 1 removed",
            ],
            DifferenceText.Lines(MeterRegistryDifference.Between(Of(Before), Of(after))));
    }

    [Fact]
    public void Equal_registers_in_both_forms_have_no_difference()
    {
        var csv = MeterFile.Parse("a.csv", MeterFile.Write("a.csv", Of(Before)), out _)!;

        Assert.Equal(["no difference"], DifferenceText.Lines(MeterRegistryDifference.Between(Of(Before), csv)));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused() =>
        Assert.Contains(".csv, .yaml or .yml", Assert.Throws<FormatException>(() => MeterFile.Parse("meters.xlsx", "", out _)).Message, StringComparison.Ordinal);

    static MeterRegistry Of(string yaml) => MeterFile.Parse("m.yml", yaml, out _)!;
}
