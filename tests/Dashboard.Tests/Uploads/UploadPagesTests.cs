using Bunit;
using DcOps.Contracts.Ledger;
using DcOps.Dashboard.Pages.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Dashboard.Tests.Uploads;

public sealed class UploadPagesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 12, 4, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 12);

    [Fact]
    public void Without_an_upload_the_page_says_what_to_configure()
    {
        using var context = new PageContext("zh-CN");
        context.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Now));

        var page = context.Render<UploadsPage>();

        Assert.Contains("未配置上传", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Theory]
    [InlineData(0, false, 0, UploadState.Current)]
    [InlineData(0, true, 0, UploadState.Retrying)]
    [InlineData(1, false, 0, UploadState.Behind)]
    [InlineData(3, false, 0, UploadState.Failing)]
    [InlineData(0, false, 2, UploadState.Failing)]
    public void A_destination_needs_a_person_when_it_refuses_or_stays_behind(int daysBehind, bool isFailing, int refused, UploadState state)
    {
        var standing = Standing(
            daysBehind == 0 ? null : Today.AddDays(-daysBehind), isFailing ? new(Now, null, null, "connection refused") : null,
            new UploadDay(Today.AddDays(-1), 97, 97, 97 - refused, refused));

        Assert.Equal(state, UploadStates.Of(standing));
    }

    [Fact]
    public void The_last_refusal_is_said_in_words_and_text_of_a_platform_is_no_markup()
    {
        using var context = new PageContext("zh-CN");
        var standing = Standing(Today.AddDays(-4), null, new UploadDay(Today.AddDays(-1), 97, 97, 96, 1)) with
        {
            LastRefusal = new(Now, "D1/KWH/15min/2026-11-11", "422", "<b>bad code</b>"),
        };

        var table = context.Render<StandingTable>(parameters => parameters.Add(each => each.Standings, [standing]));

        Assert.Contains("422 内容不被接受：<b>bad code</b>（D1/KWH/15min/2026-11-11）", table.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(table.FindAll("tbody b"));
        Assert.Equal("failing", table.Find("tr[data-destination]").GetAttribute("data-state"));
        Assert.Contains("2026-11-08（4 天前）", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_day_says_why_it_is_short()
    {
        using var context = new PageContext("en");
        var standing = Standing(
            null, null, new UploadDay(Today.AddDays(-3), 97, 97, 97, 0), new(Today.AddDays(-2), 97, 90, 90, 0), new(Today.AddDays(-1), 97, 97, 95, 0), new(Today, 97, 97, 96, 1));

        var days = context.Render<DayTable>(parameters => parameters.Add(each => each.Standing, standing)).FindAll("tbody tr").Select(row => row.Children[7].TextContent);

        Assert.Equal(
            ["the platform will not take some: file them by its form", "waits for the platform", "7 not measured or not closed yet", "whole"], days);
    }

    [Theory]
    [InlineData(null, UploadsQuery.Usual)]
    [InlineData("soon", UploadsQuery.Usual)]
    [InlineData("0", UploadsQuery.Fewest)]
    [InlineData("9999", UploadsQuery.Most)]
    public void The_stretch_stays_within_what_the_spool_keeps(string? days, int asked)
    {
        var within = UploadsQuery.Of(days).Within(Now);

        Assert.Equal(asked, (int)within.Length.TotalDays);
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 16, 0, 0, TimeSpan.Zero), within.To);
    }

    static UploadStanding Standing(DateOnly? oldest, UploadRefusal? failure, params ImmutableArray<UploadDay> days) =>
        new("province", Now, oldest is null ? 0 : 12, oldest, 4_096, Now.AddMinutes(-3), null, failure, days);
}
