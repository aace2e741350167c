using System.ComponentModel.DataAnnotations;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;

namespace DcOps.Domain.Tests.Configuration;

public sealed class ConfigurationDocumentTests
{
    [Fact]
    public void Binds_a_section_with_comments_and_trailing_commas()
    {
        var document = Parse(
            """
            // the poller
            {
              "poller": { "interval": "00:00:10", "retries": 2, /* none yet */ "devices": [ { "name": "pdu-a", "role": "ups-output" }, ], },
            }
            """);

        var poller = document.Section<Poller>("poller")!;

        document.ThrowIfFaulty();
        Assert.Equal((TimeSpan.FromSeconds(10), 2), (poller.Interval, poller.Retries));
        Assert.Equal(("pdu-a", MeterRole.UpsOutput), (poller.Devices[0].Name, poller.Devices[0].Role));
    }

    [Theory]
    [InlineData("{ \"poller\": { \"intervall\": \"00:00:10\" } }", "poller.intervall", "'intervall' is not a known key here; check its spelling.")]
    [InlineData("{ \"poller\": { \"interval\": 10 } }", "poller.interval", "must be a duration as in \"00:00:10\".")]
    [InlineData("{ \"poller\": { \"interval\": \"ten\" } }", "poller.interval", "must be a duration as in \"00:00:10\".")]
    [InlineData("{ \"poller\": { \"retries\": \"2\" } }", "poller.retries", "must be a whole number within the range of its key.")]
    [InlineData("{ \"poller\": { \"retries\": 2.5 } }", "poller.retries", "must be a whole number within the range of its key.")]
    [InlineData("{ \"poller\": { \"retries\": 99 } }", "poller.retries", "The field Retries must be between 0 and 5.")]
    [InlineData("{ \"poller\": { \"isOn\": \"yes\" } }", "poller.isOn", "must be true or false.")]
    [InlineData("{ \"poller\": { \"devices\": {} } }", "poller.devices", "must be a list: [ … ].")]
    [InlineData("{ \"poller\": [] }", "poller", "must be an object: { … }.")]
    [InlineData("{ \"poller\": { \"devices\": [ {} ] } }", "poller.devices[0]", "is missing 'name'.")]
    [InlineData("{ \"poller\": { \"devices\": [ { \"name\": null } ] } }", "poller.devices[0].name", "must not be null.")]
    [InlineData("{ \"poller\": { \"devices\": [ { \"name\": \"a\", \"role\": 3 } ] } }", "poller.devices[0].role", "must be one of none, utility-entrance, generator, ups-output, pdu-output, it-input, cooling, lighting, reuse, renewable, ups-input, export, heat-removed, bought-cooling, water, fuel, coolant-pumps.")]
    [InlineData("{ \"poller\": { \"devices\": [ { \"name\": \"a\" }, { \"name\": \"\" } ] } }", "poller.devices[1].name", "The Name field is required.")]
    public void Names_key_and_reason_in_words_of_the_file(string text, string key, string reason)
    {
        var document = Parse(text);

        Assert.Null(document.Section<Poller>("poller"));
        var fault = Assert.Single(Faults(document));
        Assert.Equal((key, reason, 1), (fault.Key, fault.Reason, fault.Line));
    }

    [Fact]
    public void Names_the_line_of_each_fault_and_all_of_them_at_once()
    {
        var document = Parse(
            """
            {
              "poller": {
                "retries": 99,
                "devices": [
                  { "name": "pdu-a" },
                  {
                    "name": ""
                  }
                ]
              },
              "other": {
                "interval": 10
              },
              "pollers": {}
            }
            """);

        document.Section<Poller>("poller");
        document.Section<Poller>("other");
        document.Section<Poller>("third", required: true);

        Assert.Equal(
            [(0, "third"), (3, "poller.retries"), (7, "poller.devices[1].name"), (12, "other.interval"), (14, "pollers")],
            Faults(document).Select(fault => (fault.Line, fault.Key)));
    }

    [Fact]
    public void Says_a_fault_as_compilers_do()
    {
        var document = Parse("{\n  \"poller\": { \"retries\": 99 }\n}");
        document.Section<Poller>("poller");

        var exception = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty);

        Assert.Equal("site.json:2: poller.retries: The field Retries must be between 0 and 5.", exception.Message);
    }

    [Theory]
    [InlineData("{ \"poller\": { \"retries\": 1,\n \"retries\": 2 } }", 2)]
    [InlineData("{ \"poller\": {},\n\n \"poller\": {} }", 3)]
    public void Refuses_a_key_that_is_there_twice_and_names_its_line(string text, int line)
    {
        var fault = Assert.Single(Assert.Throws<ConfigurationException>(() => Parse(text)).Faults);

        Assert.Equal(line, fault.Line);
        Assert.Contains("twice", fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n \"poller\": {\n", 3)]
    [InlineData("{\n \"poller\": ten }", 2)]
    [InlineData("", 1)]
    [InlineData("[ 1 ]", 1)]
    [InlineData("\"poller\"", 1)]
    [InlineData("null", 1)]
    public void Refuses_a_text_that_is_not_one_object(string text, int line)
    {
        var fault = Assert.Single(Assert.Throws<ConfigurationException>(() => Parse(text)).Faults);

        Assert.Equal(line, fault.Line);
    }

    [Fact]
    public void Reads_a_file_that_begins_with_a_byte_order_mark()
    {
        var document = Parse("\uFEFF{ \"poller\": {} }");

        Assert.NotNull(document.Section<Poller>("poller"));
    }

    [Fact]
    public void Binds_a_list_as_a_section_and_checks_its_elements()
    {
        var document = Parse("{ \"devices\": [ { \"name\": \"a\" },\n { \"name\": \"\" } ] }");

        Assert.Null(document.Section<Device[]>("devices"));
        Assert.Equal((2, "devices[1].name"), Assert.Single(Faults(document).Select(fault => (fault.Line, fault.Key))));
    }

    [Fact]
    public void Has_no_section_that_is_absent_and_no_fault_for_it()
    {
        var document = Parse("{}");

        Assert.Null(document.Section<Poller>("poller"));
        Assert.False(document.Has("poller"));
        document.ThrowIfFaulty();
    }

    [Fact]
    public void Refuses_a_section_that_is_null()
    {
        var document = Parse("{ \"poller\": null }");

        Assert.Null(document.Section<Poller>("poller"));
        Assert.Equal("poller", Assert.Single(Faults(document)).Key);
    }

    static ConfigurationDocument Parse(string text) => ConfigurationDocument.Parse("site.json", text);

    static ImmutableArray<ConfigurationFault> Faults(ConfigurationDocument document) =>
        Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Faults;

    public sealed class Poller
    {
        public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

        [Range(0, 5)]
        public int Retries { get; init; }

        public bool IsOn { get; init; }

        public ImmutableArray<Device> Devices { get; init; } = [];
    }

    public sealed class Device
    {
        [Required]
        public required string Name { get; init; }

        public MeterRole Role { get; init; }
    }
}
