using System.Net;

namespace DcOps.Browser.Tests;

/// <summary>The province behind a page does not answer: the reader is told so, in the page's own frame.</summary>
public sealed class UnansweredPageTests(DashboardHost host) : IClassFixture<DashboardHost>
{
    const string Path = "/dc/NJ-01";

    [Theory]
    [InlineData(true, HttpStatusCode.ServiceUnavailable)]
    [InlineData(false, HttpStatusCode.InternalServerError)]
    public async Task Says_so_and_leads_back_to_the_same_page(bool isSilent, HttpStatusCode status)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        host.Province.Fault = isSilent ? new TimeoutException("silent") : new InvalidOperationException("a secret of ours");

        using var answer = await client.GetAsync(new Uri(host.Address + Path), TestContext.Current.CancellationToken);
        host.Province.Fault = null;
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("The province cannot be asked now", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Path}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret of ours", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
