using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

public sealed class SparkplugValueTests
{
    [Fact]
    [Trait("Vector", "Q02")]
    public void A_negative_Int32_is_its_complement_in_32_bits()
    {
        var value = new SparkplugValue.Int(4_294_966_886);

        Assert.Equal(-410, value.Number(SparkplugType.Int32));
    }

    [Fact]
    [Trait("Vector", "Q12")]
    public void A_negative_Int64_is_its_complement_in_64_bits()
    {
        var value = new SparkplugValue.Long(18_446_744_073_709_551_615);

        Assert.Equal(-1, value.Number(SparkplugType.Int64));
    }

    [Theory]
    [InlineData(SparkplugType.Int8, 0xFFFF_FFFE, -2)]
    [InlineData(SparkplugType.Int8, 0xFE, -2)]
    [InlineData(SparkplugType.Int16, 0xFFFE, -2)]
    [InlineData(SparkplugType.UInt8, 0xFE, 254)]
    [InlineData(SparkplugType.UInt32, 0xFFFF_FFFE, 4_294_967_294)]
    public void An_integer_means_what_its_type_says(SparkplugType type, uint bits, double number)
    {
        var value = new SparkplugValue.Int(bits);

        Assert.Equal(number, value.Number(type));
    }

    [Fact]
    public void A_UInt32_in_the_long_field_is_read_too()
    {
        var value = new SparkplugValue.Long(4_000_000_000);

        Assert.Equal(4_000_000_000, value.Number(SparkplugType.UInt32));
    }

    [Fact]
    public void A_word_is_no_number()
    {
        var value = new SparkplugValue.Text("42");

        Assert.Null(value.Number(SparkplugType.String));
    }
}
