using DcOps.Dashboard.Localization;
using DcOps.Domain.Units;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Tests;

public sealed class PercentTests
{
    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(0.0001, "< 0.1 %")]
    [InlineData(0.0005, "0.1 %")]
    [InlineData(0.5, "50.0 %")]
    [InlineData(0.9994, "99.9 %")]
    [InlineData(0.9997, "> 99.9 %")]
    [InlineData(1, "100.0 %")]
    [InlineData(1.2, "120.0 %")]
    public void Little_is_not_printed_as_nothing_and_nearly_all_not_as_all(double share, string expected)
    {
        using var context = new PageContext("en");

        Assert.Equal(expected, context.Services.GetRequiredService<Languages>().Current.Percent(new Ratio(share)));
    }
}
