using DcOps.Dashboard.Live.Past;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Dashboard.Tests.Past;

public sealed class PageTimeTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 4, 0, 30, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-22T21:00", "2026-11-22T13:00:00Z")]
    [InlineData("2026-11-22T21:00:59", "2026-11-22T13:00:00Z")]
    [InlineData("2026-11-22T13:00:00Z", "2026-11-22T13:00:00Z")]
    [InlineData("2026-11-22T21:00%2B08:00", "2026-11-22T13:00:00Z")]
    public void An_address_names_a_minute_in_beijing_unless_it_states_its_zone(string at, string minute)
    {
        var time = Of(at);

        Assert.Equal(DateTimeOffset.Parse(minute, System.Globalization.CultureInfo.InvariantCulture), time.At);
        Assert.False(time.IsFaulty);
        Assert.Equal("2026-11-22T21:00", PageTime.Text(time.At!.Value));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-23T12:02")]
    [InlineData("9999-99-99")]
    public void What_is_no_past_minute_is_told_and_now_is_shown(string at)
    {
        var time = Of(at);

        Assert.True(time.IsFaulty);
        Assert.Null(time.At);
        Assert.Equal(Now, time.Now);
    }

    [Fact]
    public void An_address_without_a_time_is_now()
    {
        Assert.False(Of(null).IsFaulty);
        Assert.Null(Of("").At);
    }

    static PageTime Of(string? at)
    {
        var context = new DefaultHttpContext();
        if (at is not null)
            context.Request.QueryString = new($"?at={at}");
        return new(new HttpContextAccessor { HttpContext = context }, new FakeTimeProvider(Now));
    }
}
