using DcOps.Collectors.Mqtt.Sparkplug;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

public sealed class SparkplugArrayTests
{
    [Theory]
    [InlineData(SparkplugType.Int8Array, "EF7B", new double[] { -17, 123 })]
    [InlineData(SparkplugType.Int16Array, "D08A307B", new double[] { -30_000, 31_536 })]
    [InlineData(SparkplugType.Int32Array, "FFFFFFFF535B1F13", new double[] { -1, 320_822_099 })]
    [InlineData(SparkplugType.Int64Array, "FEFFFFFFFFFFFFFF", new double[] { -2 })]
    [InlineData(SparkplugType.UInt8Array, "17FA", new double[] { 23, 250 })]
    [InlineData(SparkplugType.UInt16Array, "1E00E8CC", new double[] { 30, 52_456 })]
    [InlineData(SparkplugType.UInt32Array, "34000000FFFFFFFF", new double[] { 52, 4_294_967_295 })]
    [InlineData(SparkplugType.UInt64Array, "3400000000000000", new double[] { 52 })]
    [InlineData(SparkplugType.FloatArray, "0000A0410000803F", new double[] { 20, 1 })]
    [InlineData(SparkplugType.DoubleArray, "000000000000F83F", new double[] { 1.5 })]
    [InlineData(SparkplugType.DateTimeArray, "E803000000000000", new double[] { 1_000 })]
    [InlineData(SparkplugType.BooleanArray, "0C00000034D0", new double[] { 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1 })]
    public void Every_type_of_array_is_read_as_the_specification_packs_it(SparkplugType type, string bytes, double[] numbers) =>
        Assert.Equal(numbers, SparkplugArray.Numbers(type, Convert.FromHexString(bytes))!.Value);

    [Fact]
    public void Texts_end_with_a_zero_each() =>
        Assert.Equal(["ABC", "", "华东"], SparkplugArray.Texts("ABC\0\0华东\0"u8)!.Value);

    [Theory]
    [InlineData(SparkplugType.Int16Array, "D08A30")]
    [InlineData(SparkplugType.BooleanArray, "0C000000")]
    [InlineData(SparkplugType.BooleanArray, "FFFFFFFF34D0")]
    [InlineData(SparkplugType.BooleanArray, "0C")]
    [InlineData(SparkplugType.Double, "000000000000F83F")]
    public void Bytes_that_do_not_fit_the_type_are_none(SparkplugType type, string bytes) =>
        Assert.Null(SparkplugArray.Numbers(type, Convert.FromHexString(bytes)));

    [Fact]
    public void Texts_that_do_not_end_are_none() => Assert.Null(SparkplugArray.Texts("ABC"u8));
}
