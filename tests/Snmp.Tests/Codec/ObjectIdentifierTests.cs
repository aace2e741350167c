using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Tests.Codec;

public sealed class ObjectIdentifierTests
{
    [Theory]
    [InlineData("0.0", "00")]
    [InlineData("1.3.6.1.2.1.1.3.0", "2B06010201010300")]
    [InlineData("2.999.3", "883703")]
    [InlineData("1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.5", "2B06010401EB2E0605020301040101 05")]
    [InlineData("1.3.4294967295", "2B8FFFFFFF7F")]
    public void Has_the_octets_of_x690(string dotted, string octets)
    {
        var identifier = ObjectIdentifier.Parse(dotted);

        Assert.Equal(octets.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(identifier.Encoded));
        Assert.Equal(dotted, identifier.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.40")]
    [InlineData("3.1")]
    [InlineData("1.3.")]
    [InlineData("1.3.-6")]
    [InlineData("1.3.4294967296")]
    [InlineData("1.3.6.x")]
    public void Refuses_text_that_is_none_and_quotes_it(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => ObjectIdentifier.Parse(text));

        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_ordered_by_its_parts_and_not_by_their_octets()
    {
        string[] ordered = ["0.0", "1.3.6", "1.3.6.1", "1.3.6.1.127", "1.3.6.1.128", "1.3.6.1.16383", "1.3.6.1.16384",
            "1.3.6.1.16384.5", "1.3.6.1.2097152", "1.3.6.2", "1.3.300.1", "2.100.3"];

        var sorted = ordered.Reverse().Select(ObjectIdentifier.Parse).Order().Select(identifier => identifier.ToString());

        Assert.Equal(ordered, sorted);
    }

    [Fact]
    public void Contains_itself_and_what_lies_below_it_but_no_neighbour()
    {
        var column = ObjectIdentifier.Parse("1.3.6.1.4.1.318.1");

        Assert.True(column.Contains(column));
        Assert.True(column.Contains(column.Append(200, 1)));
        Assert.False(column.Contains(ObjectIdentifier.Parse("1.3.6.1.4.1.318.10")));
        Assert.False(column.Contains(ObjectIdentifier.Parse("1.3.6.1.4.1.318")));
    }

    [Fact]
    public void Shortens_parts_that_an_agent_padded()
    {
        Assert.True(ObjectIdentifier.TryDecode([0x2B, 0x06, 0x80, 0x01, 0x80, 0x81, 0x00], out var identifier));

        Assert.Equal(ObjectIdentifier.Parse("1.3.6.1.128"), identifier);
    }

    [Theory]
    [InlineData("2B06FF")]
    [InlineData("2B06908080808000")]
    [InlineData("2B9080808000")]
    public void Refuses_octets_that_end_inside_a_part_or_exceed_32_bits(string octets)
    {
        Assert.False(ObjectIdentifier.TryDecode(Convert.FromHexString(octets), out _));
    }
}
