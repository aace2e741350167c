using DcOps.History.Influx;

namespace DcOps.History.Tests.Influx;

public sealed class InfluxQlTests
{
    [Theory]
    [InlineData("A07", "'A07'")]
    [InlineData("it's", @"'it\'s'")]
    [InlineData(@"x\' OR 1=1", @"'x\\\' OR 1=1'")]
    [InlineData("two\nlines", @"'two\nlines'")]
    public void A_value_cannot_end_its_quotes(string value, string quoted) =>
        Assert.Equal(quoted, InfluxQl.Text(value));

    [Theory]
    [InlineData("dcops", "\"dcops\"")]
    [InlineData("x\"; DROP DATABASE y; --", "\"x\\\"; DROP DATABASE y; --\"")]
    public void A_name_cannot_end_its_quotes(string name, string quoted) =>
        Assert.Equal(quoted, InfluxQl.Identifier(name));

    [Fact]
    public void A_period_is_nanoseconds_of_utc_whatever_the_offset()
    {
        var from = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal("time >= 1793462400000000000 AND time < 1793548800000000000", InfluxQl.Period(from, from.AddDays(1)));
    }

    [Fact]
    public void A_period_without_ends_is_as_long_as_the_server_counts() =>
        Assert.Equal(
            "time >= -9223372036854775806 AND time < 9223372036854775806",
            InfluxQl.Period(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
}
