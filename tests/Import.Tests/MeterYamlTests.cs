using System.Text;
using DcOps.Domain.Metering;
using DcOps.Domain.Topology;

namespace DcOps.Import.Tests;

public sealed class MeterYamlTests
{
    const string Sound =
        """
        # the boundary of one data centre
        meters:
          - facility: NJ-01
            meter: main
            role: utility-entrance
            rated_kw: 1000
            resolution_wh: 100
            modulus_wh: ~
            ct: 400/5
            ct_class: 0.2
            serial: "0012"
            valid_from: 2026-01-01
          - { facility: NJ-01, meter: ups, role: ups-output, parent: main, rated_kw: 800.5, resolution_wh: 1, volatile: yes, valid_from: 2026-01-01 }

        """;

    [Fact]
    public void Reads_the_same_registry_as_the_table_does()
    {
        var yaml = MeterYaml.Read("meters.yaml", Sound, out var faults);

        Assert.Empty(faults);
        var csv = MeterCsv.Read("meters.csv", MeterCsv.Write(yaml!), out _);
        Assert.Equal(csv!.Entries, yaml!.Entries);
        var main = yaml.Entries[0];
        Assert.Equal(("0012", 400.0, 0.2, 1_000_000.0), (main.Serial, main.Current!.Value.Primary, main.Current.Value.AccuracyPercent, main.RatedWatts));
        Assert.Null(main.ModulusWattHours);
        Assert.Equal((MeterRole.UpsOutput, "main", true), (yaml.Entries[1].Role, yaml.Entries[1].Parent, yaml.Entries[1].IsVolatile));
    }

    [Theory]
    [InlineData("0012")]
    [InlineData("1e5")]
    [InlineData("yes")]
    [InlineData("a: b # c")]
    [InlineData("- x")]
    [InlineData("表 \"7\", \\ 'q'")]
    [InlineData("*alias")]
    [InlineData("!tag")]
    [InlineData("~")]
    public void What_is_written_is_read_back_to_the_same(string serial)
    {
        var registry = new MeterRegistry(MeterYaml.Read("m.yaml", Sound, out _)!.Entries.Select(entry => entry with { Serial = serial }));

        var again = MeterYaml.Read("m.yaml", MeterYaml.Write(registry), out var faults);

        Assert.Empty(faults);
        Assert.Equal(registry.Entries, again!.Entries);
        Assert.Equal(MeterYaml.Write(registry), MeterYaml.Write(again));
    }

    [Fact]
    public void An_empty_registry_is_one() =>
        Assert.Empty(MeterYaml.Read("m.yaml", MeterYaml.Write(MeterRegistry.Empty), out _)!.Entries);

    [Theory]
    [InlineData("role: utility-entrance", "role: main-input", "m.yaml:5: role: is 'main-input'; write one of none, utility-entrance,")]
    [InlineData("rated_kw: 1000", "rated_kw: [1000]", "m.yaml:6: is not valid YAML: a list or map stands where one value belongs.")]
    [InlineData("rated_kw: 1000", "rated_kw: -3", "m.yaml:6: rated_kw: is '-3'; write a number above zero, with a point.")]
    [InlineData("rated_kw: 1000", "rated: 1000", "m.yaml:6: rated: is not a key of an entry; known are facility,")]
    [InlineData("rated_kw: 1000", "meter: again", "m.yaml:6: meter: is there twice; keep one.")]
    [InlineData("    ct: 400/5\n", "", "m.yaml:9: ct_class: is given without 'ct'; fill both or neither.")]
    [InlineData("parent: main", "parent: other", "m.yaml:13: parent: is 'other', which is no meter of NJ-01;")]
    [InlineData("meter: main", "meter: &a main", "m.yaml:4: is not valid YAML: an anchor ('&name') is not taken; remove it.")]
    [InlineData("meter: main", "meter: *a", "m.yaml:4: is not valid YAML: ")]
    [InlineData("meter: main", "meter: !!python/object main", "m.yaml:4: is not valid YAML: a tag ('!name') is not taken; remove it.")]
    [InlineData("meter: main", "meter: \"main", "is not valid YAML")]
    [InlineData("meters:", "devices:", "m.yaml:2: is not valid YAML: 'devices' is not a known key here; the file has one key, 'meters'.")]
    public void A_fault_names_file_line_and_key(string found, string instead, string expected)
    {
        var registry = MeterYaml.Read("m.yaml", Sound.Replace(found, instead, StringComparison.Ordinal), out var faults);

        Assert.Null(registry);
        Assert.Contains(faults, fault => fault.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("meters: 3\n")]
    [InlineData("meters: []\n---\nmeters: []\n")]
    [InlineData("meters: []\nmore: 1\n")]
    public void A_file_of_another_shape_is_refused(string text)
    {
        Assert.Null(MeterYaml.Read("m.yaml", text, out var faults));
        Assert.StartsWith("m.yaml:", Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_and_size_are_bounded()
    {
        var deep = "meters: " + new string('[', 100_000);
        var billion = "a: &a [x]\nb: &b [*a,*a]\nmeters: []\n";

        Assert.Null(MeterYaml.Read("m.yaml", deep, out var nested));
        Assert.Single(nested);
        Assert.Null(MeterYaml.Read("m.yaml", billion, out _));
        Assert.Null(MeterYaml.Read("m.yaml", new string('#', (16 << 20) + 1), out var large));
        Assert.Contains("more than 16777216 letters", Assert.Single(large).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var random = new Random(4);
        for (var round = 0; round < 3_000; round++)
        {
            var letters = new StringBuilder(Sound);
            for (var change = 0; change < 1 + (round % 5); change++)
                letters[random.Next(letters.Length)] = (char)random.Next(9, round % 7 == 0 ? 0xFFFF : 127);

            var registry = MeterYaml.Read("m.yaml", letters.ToString(), out var faults);

            Assert.Equal(registry is null, !faults.IsEmpty);
        }
    }
}
