using System.Text;
using DcOps.History.Influx;

namespace DcOps.History.Tests.Influx;

public sealed class LineWriterTests
{
    readonly LineWriter _line = new();

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Refuses_a_number_that_is_not_finite(double value)
    {
        var refusal = Assert.Throws<ArgumentException>(() => _line.Measurement("m").Field("watts", value));

        Assert.Contains("watts", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ends in a backslash\\")]
    [InlineData("two\nlines")]
    [InlineData("two\rlines")]
    public void Refuses_a_name_that_would_break_the_line(string name)
    {
        Assert.Throws<ArgumentException>(() => _line.Measurement(name));
        Assert.Throws<ArgumentException>(() => _line.Measurement("m").Tag(name, "v"));
        Assert.Throws<ArgumentException>(() => _line.Measurement("m").Tag("t", name));
        Assert.Throws<ArgumentException>(() => _line.Measurement("m").Field(name, 1L));
    }

    [Fact]
    public void Refuses_a_point_without_a_field() =>
        Assert.Throws<InvalidOperationException>(() => _line.Measurement("m").Tag("t", "v").End(0));

    [Theory]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(-0.0, "-0")]
    public void Writes_the_shortest_digits_that_read_back_as_the_same_number(double value, string text)
    {
        _line.Measurement("m").Field("v", value).End(1);

        Assert.Equal($"m v={text} 1\n", Encoding.UTF8.GetString(_line.Written.Span));
    }

    [Fact]
    public void Writes_text_beyond_ascii_as_utf_8()
    {
        _line.Measurement("功率").Tag("城市", "南京").Field("说明", "一\"二").End(1);

        Assert.Equal("功率,城市=南京 说明=\"一\\\"二\" 1\n", Encoding.UTF8.GetString(_line.Written.Span));
    }

    [Fact]
    public void Grows_beyond_its_first_buffer()
    {
        for (var point = 0; point < 1_000; point++)
            _line.Measurement("measurement").Tag("tag", "value").Field("field", 1.5).End(point);

        var lines = Encoding.UTF8.GetString(_line.Written.Span).Split('\n');
        Assert.Equal(1_001, lines.Length);
        Assert.Equal("measurement,tag=value field=1.5 999", lines[999]);
    }
}
