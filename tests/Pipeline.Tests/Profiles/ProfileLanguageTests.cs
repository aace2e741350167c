using DcOps.Collectors.Pipeline.Devices;
using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Domain.Configuration;
using DcOps.Domain.Telemetry;
using DcOps.Domain.Topology;
using DcOps.Testing;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>What the keys of a profile do, each on a profile that has nothing else.</summary>
public sealed class ProfileLanguageTests
{
    const string Root = "1.3.6.1.4.1.99999.";
    static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("23.5 C", 23.5)]
    [InlineData("77 F", 25.0)]
    [InlineData("-4,5 C", null)]
    [InlineData("23.5", null)]
    [InlineData("23.5 K", null)]
    [InlineData("N/A", null)]
    public void Number_and_unit_takes_the_unit_from_behind_the_number(string text, double? celsius)
    {
        var reading = Read(
            """{ "object": "t", "address": "R.1.0", "quantity": "temperature", "text": "number-and-unit", "unitBy": { "units": { "C": "°C", "F": "°F" } } }""",
            RawValue.Of(Root + "1.0", text));

        Assert.Equal(celsius, reading.Value is { } value ? Math.Round(value, 9) : null);
    }

    [Fact]
    public void High_joins_a_count_that_is_split_over_two_objects()
    {
        const string entry = """
            { "object": "e", "address": "R.1.0", "quantity": "active-energy", "unit": "Wh", "register": {},
              "high": { "object": "eHigh", "address": "R.2.0", "weight": 65536 } }
            """;

        Assert.Equal(196_609, Read(entry, RawValue.Of(Root + "1.0", 1), RawValue.Of(Root + "2.0", 3)).Value);
        Assert.Null(Read(entry, RawValue.Of(Root + "1.0", 1)).Value);
    }

    [Theory]
    [InlineData(0, ConditionCode.Ok)]
    [InlineData(2, ConditionCode.Ok)]
    [InlineData(9, ConditionCode.Critical)]
    [InlineData(8, ConditionCode.Warning)]
    public void Flags_take_the_worst_of_the_bits_that_are_set(double raw, ConditionCode condition)
    {
        var reading = Read(
            """{ "object": "s", "address": "R.1.0", "quantity": "condition", "flags": true, "states": { "1": "critical", "8": "warning" } }""",
            RawValue.Of(Root + "1.0", raw));

        Assert.Equal((double)condition, reading.Value);
    }

    [Theory]
    [InlineData("DRY", ConditionCode.Ok)]
    [InlineData(" dry ", ConditionCode.Warning)]
    [InlineData("very WET here", ConditionCode.Critical)]
    [InlineData("", ConditionCode.Warning)]
    public void Codes_are_texts_patterns_and_all_the_others(string text, ConditionCode condition)
    {
        var reading = Read(
            """{ "object": "s", "address": "R.1.0", "quantity": "condition", "states": { "DRY": "ok", "*wet*": "critical", "else": "warning" } }""",
            RawValue.Of(Root + "1.0", text));

        Assert.Equal((double)condition, reading.Value);
    }

    [Fact]
    public void Kinds_may_be_chosen_by_a_name_and_units_by_a_text()
    {
        const string entry = """
            { "object": "v", "address": "R.1.0", "kindBy": { "object": "n", "address": "R.2.0", "index": [] },
              "unitBy": { "object": "u", "address": "R.3.0", "index": [], "units": { "kW": "kW", "degF": "°F" } },
              "kinds": { "*temp*": { "quantity": "temperature" }, "*power*": { "quantity": "active-power" } } }
            """;

        var temperature = Read(entry, RawValue.Of(Root + "1.0", 212), RawValue.Of(Root + "2.0", "Supply TEMP"), RawValue.Of(Root + "3.0", "degF"));
        var power = Read(entry, RawValue.Of(Root + "1.0", 4), RawValue.Of(Root + "2.0", "Fan power"), RawValue.Of(Root + "3.0", "kW"));

        Assert.Equal((Quantity.Temperature, 100), (temperature.Point.Quantity, Math.Round(temperature.Value!.Value, 9)));
        Assert.Equal((Quantity.ActivePower, 4_000), (power.Point.Quantity, power.Value));
    }

    [Theory]
    [InlineData(-0.5, ReadingQuality.Uncertain)]
    [InlineData(-5, ReadingQuality.Good)]
    [InlineData(5, ReadingQuality.Good)]
    public void Doubtful_values_are_shown_and_marked(double raw, ReadingQuality quality)
    {
        var reading = Read(
            """{ "object": "i", "address": "R.1.0", "quantity": "current", "unit": "A", "doubtful": [-2, 0] }""", RawValue.Of(Root + "1.0", raw));

        Assert.Equal((raw, quality), (reading.Value, reading.Quality));
    }

    [Fact]
    public void A_quirk_holds_for_the_model_that_it_names_and_for_no_other()
    {
        const string text = """
            "quirks": [{ "reason": "tenths, seen on the device", "when": { "object": "model", "address": "R.9.0", "is": ["Old*"] }, "addresses": ["R.1.0"], "scale": 0.1 },
                       { "reason": "says what it likes", "when": { "object": "model", "address": "R.9.0", "is": ["Broken"] }, "addresses": ["R.1.0"], "ignore": true }],
            "scalars": [{ "object": "u", "address": "R.1.0", "quantity": "voltage", "unit": "V" }]
            """;
        var profile = Parse(text);

        Assert.Equal(230, Readings(profile, RawValue.Of(Root + "1.0", 230), RawValue.Of(Root + "9.0", "New 5")).Single().Value);
        Assert.Equal(230, Readings(profile, RawValue.Of(Root + "1.0", 230)).Single().Value);
        Assert.Equal(230, Readings(profile, RawValue.Of(Root + "1.0", 2_300), RawValue.Of(Root + "9.0", "Old 3")).Single().Value);
        Assert.Empty(Readings(profile, RawValue.Of(Root + "1.0", 230), RawValue.Of(Root + "9.0", "Broken")));
    }

    [Fact]
    public void A_quirk_of_an_object_that_is_not_there_is_refused()
    {
        var fault = Assert.Throws<ConfigurationException>(() => Parse("""
            "quirks": [{ "reason": "tenths, seen on the device", "when": { "object": "model", "address": "R.9.0", "is": ["Old"] }, "addresses": ["R.7.0"], "scale": 0.1 }],
            "scalars": [{ "object": "u", "address": "R.1.0", "quantity": "voltage", "unit": "V" }]
            """));

        Assert.Contains("quirks[0].addresses: 1.3.6.1.4.1.99999.7.0 is no object of this profile.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_text_gives_each_row_a_number_that_stays()
    {
        var profile = Parse("""
            "tables": [{ "table": "t", "index": ["outlet", "pdu*"], "part": "outlet", "number": "hash",
              "columns": [{ "object": "i", "address": "R.1", "quantity": "current", "unit": "A" }] }]
            """);
        RawValue[] rows = [RawValue.Of(Root + "1.1.3.65.66.67", 1), RawValue.Of(Root + "1.2.3.65.66.67", 2), RawValue.Of(Root + "1.1.3.65.66.68", 3)];

        var once = Readings(profile, rows);
        var reversed = Readings(profile, [.. rows.Reverse()]);

        Assert.Equal(3, once.Select(reading => reading.Point).Distinct().Count());
        Assert.Equal(once.Select(reading => reading.Point).ToHashSet(), reversed.Select(reading => reading.Point).ToHashSet());
    }

    [Fact]
    public void A_register_of_an_outlet_has_the_outlet_s_rating()
    {
        var profile = Parse("""
            "scalars": [{ "object": "e", "address": "R.1.0", "part": "outlet-1", "quantity": "active-energy", "unit": "Wh", "register": { "rating": 2300 } }]
            """);

        Assert.Equal(2_300, new ReadingNormaliser(Device(profile)).Normalise(Message(profile, RawValue.Of(Root + "1.0", 5))).Registers.Single().RatedWatts);
    }

    [Fact]
    public void An_included_profile_stands_in_where_the_own_has_no_value()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.Of("own.json"), Text("own", """ "include": ["shared"], "scalars": [{ "object": "a", "address": "R.1.0", "quantity": "voltage", "unit": "V", "absent": [-1] }] """));
        File.WriteAllText(folder.Of("shared.json"), Text("shared", """ "scalars": [{ "object": "b", "address": "R.2.0", "quantity": "voltage", "unit": "V" }, { "object": "c", "address": "R.3.0", "quantity": "frequency", "unit": "Hz" }] """, "2"));
        Assert.True(ProfileLibrary.Load(folder.Of()).TryGet("own", out var profile));

        var both = Readings(profile, RawValue.Of(Root + "1.0", 231), RawValue.Of(Root + "2.0", 230), RawValue.Of(Root + "3.0", 50));
        var other = Readings(profile, RawValue.Of(Root + "1.0", -1), RawValue.Of(Root + "2.0", 230));

        Assert.Equal([231, 50], both.Select(reading => reading.Value));
        Assert.Equal(230, other.Single().Value);
    }

    [Fact]
    public void Models_are_profiles_of_their_own_under_their_own_roots()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.Of("maker.json"), """
            { "name": "maker", "title": "Maker", "source": "MAKER-MIB", "models": { "small": "1.3.6.1.4.1.99999.1", "large": "1.3.6.1.4.1.99999.2" },
              "recognise": { "systemObjectIds": ["~"] },
              "scalars": [{ "object": "u", "address": "~.7.0", "quantity": "voltage", "unit": "V" }] }
            """);

        var library = ProfileLibrary.Load(folder.Of());

        Assert.Equal(["maker-large", "maker-small"], library.Profiles.Select(profile => profile.Name));
        Assert.Equal("maker-large", library.Recognise("1.3.6.1.4.1.99999.2.5", _ => false)!.Name);
        Assert.Equal(["1.3.6.1.4.1.99999.2.7.0"], library.Profiles[0].Scalars.Select(scalar => scalar.Address));
    }

    [Fact]
    public void An_include_that_is_not_there_is_refused_with_file_and_path()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder.Of("own.json"), Text("own", """ "include": ["nothing"] """));

        var fault = Assert.Throws<ConfigurationException>(() => ProfileLibrary.Load(folder.Of()));

        Assert.Contains("include[0]: 'nothing' is no profile of this folder.", fault.Message, StringComparison.Ordinal);
    }

    static Reading Read(string entry, params RawValue[] values) =>
        Readings(Parse($"\"scalars\": [{entry}]"), values).Single();

    static ImmutableArray<Reading> Readings(DeviceProfile profile, params RawValue[] values) =>
        new ReadingNormaliser(Device(profile)).Normalise(Message(profile, values)).Readings;

    static DeviceMessage Message(DeviceProfile profile, params RawValue[] values) => new(Device(profile), Noon, [.. values]);

    static Device Device(DeviceProfile profile) => new("pdu-a", Location.Parse("NJ-01/R01/A07"), profile, 22_000);

    static DeviceProfile Parse(string body) => ProfileLibrary.Parse("example.json", Text("example", body));

    static string Text(string name, string body, string tree = "1") =>
        $$"""{ "name": "{{name}}", "title": "Example", "source": "EXAMPLE-MIB", "recognise": { "systemObjectIds": ["R.{{tree}}"] }, {{body}} }"""
            .Replace("\"R.", "\"" + Root, StringComparison.Ordinal);
}
