using System.Text;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

/// <summary>What <c>deploy/run mapping try</c> prints.</summary>
public sealed class TrialReportTests
{
    [Fact]
    public void Shows_each_value_with_its_unit_place_time_and_raw_text()
    {
        var lines = Try("plain", "dc/NJ-01/R01/A07/pdu-a", """{"ts":"2026-11-22T14:59:59Z","activePowerW":4210.5,"humidityPct":"45","voltageV":"N/A","condition":"warning"}""");

        Assert.Equal(
            [
                "plain: device pdu-a at NJ-01/R01/A07, 2026-11-22T14:59:59.000Z",
                "  total/active-power                         4210.5 W  good  $.activePowerW = 4210.5 W",
                "  total/voltage                               unknown  bad (wrong-type)  $.voltageV = \"N/A\" V",
                "  total/humidity                               0.45 1  good  $.humidityPct = \"45\" %",
                "  total/condition                             warning  good  $.condition = \"warning\" 1",
            ],
            lines);
    }

    [Fact]
    public void Says_which_place_the_configuration_must_give_and_that_a_time_is_not_believed()
    {
        var lines = Try("tasmota", "tele/pow1/SENSOR", """{"Time":"1970-01-01T08:00:00","ENERGY":{"Power":[100,120]}}""");

        Assert.Equal("tasmota: device tasmota-pow1 at the place that the configuration gives 'tasmota:pow1', 2026-11-22T15:00:00.000Z, its own time is not believed (too-old)", lines[0]);
        Assert.Equal("  total/active-power                            220 W  uncertain  $.ENERGY.Power[*] = the sum W", lines[1]);
    }

    [Theory]
    [InlineData("dc/NJ-01/R01/A07/pdu-a", "nonsense", "refused: not-json: ")]
    [InlineData("dc/NJ-01/R01/A07/PDU", "{}", "refused: malformed-topic: 'PDU' is no device name")]
    [InlineData("other", "{}", "refused: unknown-topic")]
    public void Says_why_a_message_is_refused(string topic, string payload, string line) =>
        Assert.StartsWith(line, Assert.Single(Try("plain", topic, payload)), StringComparison.Ordinal);

    [Fact]
    public void Follows_a_description_that_came_before()
    {
        var trial = new MappingTrial(MappingLibrary.Find("home-assistant")!);
        var noted = trial.Read("homeassistant/sensor/pdu1/p/config", """{"stat_t":"a/b","unit_of_meas":"kW"}"""u8.ToArray(), MappingBench.ReceivedAt);
        var outcome = trial.Read("a/b", "1.5"u8.ToArray(), MappingBench.ReceivedAt);

        Assert.Equal("noted; its values come on a/b", Assert.Single(TrialReport.Lines(trial, noted)));
        Assert.Equal("  total/active-power                           1500 W  good  $ = 1.5 kW", TrialReport.Lines(trial, outcome).Last());
    }

    [Fact]
    public void Reads_a_birth_of_Sparkplug()
    {
        var trial = new MappingTrial(MappingLibrary.Find("sparkplug-plain")!);
        var birth = SparkplugEncoder.Encode(new(MappingBench.ReceivedAt, 1, [SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(42), MappingBench.ReceivedAt)]));

        var outcome = trial.Read("spBv1.0/NJ-01/DBIRTH/gateway/R01.A07.pdu-a", birth, MappingBench.ReceivedAt);

        var lines = TrialReport.Lines(trial, outcome).ToList();
        Assert.Equal("sparkplug-plain: device pdu-a at NJ-01/R01/A07, 2026-11-22T15:00:00.000Z", lines[0]);
        Assert.StartsWith("  total/active-power                             42 W  good  activePowerW = ", lines[1], StringComparison.Ordinal);
    }

    static List<string> Try(string mapping, string topic, string payload)
    {
        var trial = new MappingTrial(MappingLibrary.Find(mapping)!);
        var outcome = trial.Read(topic, Encoding.UTF8.GetBytes(payload), MappingBench.ReceivedAt);
        return [.. TrialReport.Lines(trial, outcome)];
    }
}
