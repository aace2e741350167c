using System.Net;

namespace DcOps.Browser.Tests;

/// <summary>Names come from data and may be anything; so may addresses.</summary>
public sealed class HostileTextTests(DashboardHost host, Chromium chromium) : IClassFixture<DashboardHost>
{
    [Fact]
    public async Task A_name_with_markup_is_text()
    {
        await using var visit = await chromium.VisitAsync(host.Address, "en");

        await visit.Page.GotoAsync($"{host.Address}/dc/NJ-01");

        Assert.Contains(FakeProvince.Markup, await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("h1 b").CountAsync());
    }

    [Fact]
    public async Task A_name_of_80_characters_breaks_nothing()
    {
        await using var visit = await chromium.VisitAsync(host.Address);

        await visit.Page.GotoAsync($"{host.Address}/city/SZ");
        var width = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");

        Assert.True(width <= 1_440, $"{width} pixels wide");
    }

    [Theory]
    [InlineData("/dc/NJ-99")]
    [InlineData("/dc/%3Cscript%3E")]
    [InlineData("/dc/NJ-01/r/R01/Z99")]
    [InlineData("/city/ZZ")]
    [InlineData("/nothing/here")]
    [InlineData("/live/facility/NJ-99")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var client = new HttpClient();

        var answer = await client.GetAsync(host.Address + path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_preference_leads_back_to_a_page_of_ours_only(string back)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        var answer = await client.GetAsync($"{host.Address}/preferences?language=en&back={Uri.EscapeDataString(back)}", TestContext.Current.CancellationToken);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_answer_forbids_other_origins()
    {
        using var client = new HttpClient();

        var answer = await client.GetAsync(host.Address, TestContext.Current.CancellationToken);

        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
