using DcOps.Collectors.Mqtt.Topics;

namespace DcOps.Collectors.Mqtt.Tests.Topics;

public sealed class TopicPatternTests
{
    [Theory]
    [InlineData("dc/{facility}/plant/{device}", "dc/+/plant/+")]
    [InlineData("{id}/status/switch:{n}", "+/status/+")]
    [InlineData("a/{rest+}", "a/#")]
    [InlineData("plain/topic", "plain/topic")]
    public void Subscribes_to_the_narrowest_filter(string pattern, string filter)
    {
        var parsed = TopicPattern.Parse(pattern);

        Assert.Equal(filter, parsed.Filter);
    }

    [Theory]
    [InlineData("dc/{facility}/plant/{device}", "dc/NJ-01/plant/utility-1", "NJ-01|utility-1")]
    [InlineData("{id}/status/switch:{n}", "shelly/status/switch:12", "shelly|12")]
    [InlineData("{room}.{rack}.{device}", "R01.A07.pdu-a", "R01|A07|pdu-a")]
    [InlineData("{room}.{rack}.{device}", "R01.A07.pdu.a", "R01|A07|pdu.a")]
    [InlineData("{name}-meter", "a-b-meter", "a-b")]
    [InlineData("a/{rest+}", "a/b/c", "b/c")]
    [InlineData("华东/{device}", "华东/电表", "电表")]
    public void Takes_the_captures_of_a_topic_that_fits(string pattern, string topic, string values)
    {
        var parsed = TopicPattern.Parse(pattern);

        Assert.True(parsed.TryMatch(topic, out var captures));

        Assert.Equal(values, string.Join('|', parsed.Names.Select(captures.Of)));
    }

    [Theory]
    [InlineData("dc/{facility}/plant/{device}", "dc/NJ-01/plant")]
    [InlineData("dc/{facility}/plant/{device}", "dc/NJ-01/plant/a/b")]
    [InlineData("dc/{facility}/plant/{device}", "dc//plant/a")]
    [InlineData("dc/{facility}/plant/{device}", "dc/NJ-01/plant/")]
    [InlineData("{room}.{rack}.{device}", "R01.pdu-a")]
    [InlineData("{id}/status/switch:{n}", "a/status/switch:")]
    [InlineData("a/{rest+}", "a")]
    [InlineData("a/{rest+}", "a/")]
    [InlineData("plain", "Plain")]
    public void Refuses_a_topic_that_does_not_fit(string pattern, string topic)
    {
        var parsed = TopicPattern.Parse(pattern);

        Assert.False(parsed.TryMatch(topic, out _));
    }

    [Theory]
    [InlineData("dc/+/{device}")]
    [InlineData("dc/#")]
    [InlineData("dc/{}")]
    [InlineData("dc/{device")]
    [InlineData("dc/device}")]
    [InlineData("{a}{b}")]
    [InlineData("{a}/{a}")]
    [InlineData("{rest+}/a")]
    public void Refuses_a_text_that_is_no_pattern_and_quotes_it(string text)
    {
        var fault = Assert.Throws<FormatException>(() => TopicPattern.Parse(text));

        Assert.Contains($"'{text}'", fault.Message, StringComparison.Ordinal);
    }
}
