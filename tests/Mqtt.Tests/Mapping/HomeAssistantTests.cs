using DcOps.Collectors.Mqtt.Mapping;

namespace DcOps.Collectors.Mqtt.Tests.Mapping;

public sealed class HomeAssistantTests
{
    const string Energy = """{"~":"pdu1","stat_t":"~/state","val_tpl":"{{ value_json.energy.total | float }}","unit_of_meas":"kWh","stat_cla":"total_increasing"}""";
    readonly MappingBench _bench = new("home-assistant");

    [Fact]
    [Trait("Vector", "Q07")]
    public void A_retained_configuration_tells_topic_path_unit_and_kind()
    {
        var noted = _bench.Retained("homeassistant/sensor/pdu1/energy/config", Energy);

        var mapped = _bench.Mapped("pdu1/state", """{"energy":{"total":337.433}}""");

        Assert.Equal(["pdu1/state"], Assert.IsType<MessageOutcome.Noted>(noted).Topics);
        Assert.Equal(["total/active-energy=337433"], MappingBench.Values(mapped));
        Assert.Equal(1, Assert.Single(mapped.Readings.Registers).ResolutionWattHours);
    }

    [Fact]
    public void The_values_of_one_state_topic_are_read_together()
    {
        _bench.Retained("homeassistant/sensor/pdu1/energy/config", Energy);
        _bench.Retained("homeassistant/sensor/pdu1/power/config", """{"state_topic":"pdu1/state","value_template":"{{ value_json['power'] }}","unit_of_measurement":"kW","device_class":"power"}""");

        var mapped = _bench.Mapped("pdu1/state", """{"energy":{"total":1},"power":4.2}""");

        Assert.Equal(["total/active-energy=1000", "total/active-power=4200"], MappingBench.Values(mapped));
    }

    [Fact]
    public void A_value_without_template_is_the_whole_payload()
    {
        _bench.Retained("homeassistant/sensor/pdu1/config", """{"stat_t":"pdu1/watts","unit_of_meas":"W","dev_cla":"power"}""");

        Assert.Equal(["total/active-power=42.5"], MappingBench.Values(_bench.Mapped("pdu1/watts", "42.5")));
    }

    [Fact]
    public void An_empty_configuration_takes_the_value_back()
    {
        _bench.Retained("homeassistant/sensor/pdu1/energy/config", Energy);

        _bench.Read("homeassistant/sensor/pdu1/energy/config", "");

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.UnknownTopic), _bench.Read("pdu1/state", """{"energy":{"total":1}}"""));
    }

    [Fact]
    public void A_retained_state_is_no_sample()
    {
        _bench.Retained("homeassistant/sensor/pdu1/energy/config", Energy);

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.Retained), _bench.Retained("pdu1/state", """{"energy":{"total":1}}"""));
    }

    [Fact]
    public void A_device_that_is_not_available_is_unknown()
    {
        _bench.Retained("homeassistant/sensor/pdu1/power/config", """{"stat_t":"pdu1/watts","unit_of_meas":"W","dev_cla":"power","avty_t":"pdu1/there"}""");
        _bench.Mapped("pdu1/watts", "42.5");

        Assert.Equal(["total/active-power=unknown"], MappingBench.Values(_bench.Mapped("pdu1/there", "offline")));
    }

    [Theory]
    [InlineData("""{"stat_t":"x/y","unit_of_meas":"kWh","stat_cla":"measurement"}""", "a active-energy of state class 'measurement' is no register")]
    [InlineData("""{"stat_t":"x/y","unit_of_meas":"%"}""", "neither a device class nor the unit '%' tells what is measured")]
    [InlineData("""{"stat_t":"x/y","unit_of_meas":"kWh","dev_cla":"power"}""", "'kWh' is not a unit of active-power")]
    [InlineData("""{"stat_t":"x/+","unit_of_meas":"W"}""", "'x/+' is not a topic to publish to")]
    [InlineData("""{"unit_of_meas":"W"}""", "there is no state topic")]
    [InlineData("""{"stat_t":5,"unit_of_meas":"W"}""", "state_topic is no text")]
    [InlineData("""[]""", "the configuration is no JSON object")]
    [InlineData("""{"stat_t":"x/y","unit_of_meas":"W","val_tpl":"{{ value_json.a * 2 }}"}""", "the template '{{ value_json.a * 2 }}' computes; only a path and | float can be followed")]
    [InlineData("""{"stat_t":"x/y","unit_of_meas":"W","dev_cla":"signal_strength"}""", "device class 'signal_strength' is nothing that is kept here")]
    public void A_configuration_that_would_need_guessing_is_refused_with_the_reason(string config, string reason)
    {
        var outcome = _bench.Retained("homeassistant/sensor/pdu1/a/config", config);

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.UnusableDescription, reason), outcome);
    }

    [Fact]
    public void A_second_value_of_the_same_meaning_is_refused_and_the_first_stands()
    {
        _bench.Retained("homeassistant/sensor/pdu1/a/config", """{"stat_t":"pdu1/a","unit_of_meas":"W"}""");

        var second = _bench.Retained("homeassistant/sensor/pdu1/b/config", """{"stat_t":"pdu1/b","unit_of_meas":"W"}""");

        Assert.Equal(RefusalReason.UnusableDescription, Assert.IsType<MessageOutcome.Refused>(second).Reason);
        Assert.Equal(["total/active-power=1"], MappingBench.Values(_bench.Mapped("pdu1/a", "1")));
    }

    [Fact]
    public void A_state_topic_with_the_values_of_two_devices_is_refused()
    {
        _bench.Retained("homeassistant/sensor/pdu1/a/config", """{"stat_t":"both","unit_of_meas":"W","val_tpl":"{{ value_json.a }}"}""");

        var second = _bench.Retained("homeassistant/sensor/pdu2/b/config", """{"stat_t":"both","unit_of_meas":"W","val_tpl":"{{ value_json.b }}"}""");

        Assert.Equal(new MessageOutcome.Refused(RefusalReason.UnusableDescription, "'both' has the values of two devices"), second);
        Assert.Equal(["total/active-power=1"], MappingBench.Values(_bench.Mapped("both", """{"a":1,"b":2}""")));
    }
}
