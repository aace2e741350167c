using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

public sealed class SparkplugTopicTests
{
    [Theory]
    [InlineData("spBv1.0/NJ-01/NBIRTH/gateway", true)]
    [InlineData("spBv1.0/NJ-01/NDATA/gateway", true)]
    [InlineData("spBv1.0/NJ-01/NDEATH/gateway", true)]
    [InlineData("spBv1.0/NJ-01/DBIRTH/gateway/pdu", true)]
    [InlineData("spBv1.0/NJ-01/DDATA/gateway/pdu", true)]
    [InlineData("spBv1.0/NJ-01/DDEATH/gateway/pdu", true)]
    [InlineData("spBv1.0/华东/DDATA/网关/电表", true)]
    [InlineData("spBv1.0/NJ-01/NDATA/gateway/pdu", false)]
    [InlineData("spBv1.0/NJ-01/DDATA/gateway", false)]
    [InlineData("spBv1.0/NJ-01/DDATA/gateway/", false)]
    [InlineData("spBv1.0/NJ-01/DDATA/gateway/pdu/more", false)]
    [InlineData("spBv1.0/NJ-01/ndata/gateway", false)]
    [InlineData("spBv1.0//NDATA/gateway", false)]
    [InlineData("spBv1.0/STATE/dcops", false)]
    [InlineData("spAv1.0/NJ-01/NDATA/gateway", false)]
    public void Takes_a_topic_apart_and_refuses_what_is_none(string text, bool isTopic)
    {
        var isTaken = SparkplugTopic.TryParse(text, out var topic);

        Assert.Equal(isTopic, isTaken);
        Assert.Equal(isTopic ? text : null, topic?.ToString());
    }
}
