using DcOps.Dashboard.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Tests;

public sealed class PageAddressTests
{
    [Fact]
    public void Keeps_what_the_address_says_and_changes_what_is_asked()
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/quality";
        context.Request.QueryString = new("?period=2026-09&page=3&city=NJ");

        Assert.Equal("/quality?dc=NJ-01&period=2026-09", PageAddress.With(context, ("page", null), ("city", null), ("dc", "NJ-01")));
        Assert.Equal("/quality.csv?city=NJ&page=3&period=2026-09", PageAddress.At("/quality.csv", context));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("2", 2)]
    [InlineData("99", 3)]
    [InlineData("-1", 1)]
    [InlineData("many", 1)]
    public void A_page_outside_the_list_is_the_nearest(string? wanted, int number)
    {
        var page = Enumerable.Range(0, 25).ToList().Cut(wanted, 10);

        Assert.Equal((number, 3, 25), (page.Number, page.Pages, page.Total));
    }
}
