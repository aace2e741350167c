using DcOps.Collectors.Snmp.Discovery;

namespace DcOps.Collectors.Snmp.Tests.Discovery;

public sealed class AddressListTests
{
    [Theory]
    [InlineData("10.1.0.0/30", "10.1.0.1 10.1.0.2")]
    [InlineData("10.1.0.7/31", "10.1.0.6 10.1.0.7")]
    [InlineData("10.1.0.7/32", "10.1.0.7")]
    [InlineData("10.1.0.254-10.1.1.1", "10.1.0.254 10.1.0.255 10.1.1.0 10.1.1.1")]
    [InlineData("10.1.0.9, 10.1.0.1-10.1.0.2,10.1.0.2", "10.1.0.1 10.1.0.2 10.1.0.9")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    public void Names_every_address_once(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', AddressList.Parse(text).Addresses));

    [Theory]
    [InlineData("")]
    [InlineData("10.1.0")]
    [InlineData("10.1.0.0/33")]
    [InlineData("10.1.0.9-10.1.0.1")]
    [InlineData("10.0.0.0/8")]
    [InlineData("fd00::/64")]
    [InlineData("pdu-1")]
    public void Refuses_what_names_none_or_too_many(string text) =>
        Assert.Throws<FormatException>(() => AddressList.Parse(text));

    [Fact]
    public void Takes_a_whole_sixteen_bit_subnet() => Assert.Equal(65_534, AddressList.Parse("10.7.0.0/16").Count);
}
