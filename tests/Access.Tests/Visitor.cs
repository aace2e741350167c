using System.Net;
using System.Text.RegularExpressions;

namespace DcOps.Access.Tests;

/// <summary>A browser without pictures: it keeps cookies, sends forms as pages give them, and follows nothing.</summary>
sealed partial class Visitor(string address) : IDisposable
{
    readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new(address),
        DefaultRequestHeaders = { { "Accept-Language", "en" } },
    };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        return answer.StatusCode;
    }

    public async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri(path, UriKind.Relative), Token));

    /// <summary>The status and what the page says; where it leads to when it leads on.</summary>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await _client.GetStringAsync(new Uri(path, UriKind.Relative), Token);
        return await SendFromAsync(page, path, form, fields);
    }

    /// <summary>As <see cref="SendAsync"/>, from a page that was shown before.</summary>
    public async Task<(HttpStatusCode Status, string Text)> SendFromAsync(string page, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = AntiforgeryToken().Match(page).Groups["token"].Value;
        using var content = new FormUrlEncodedContent(fields
            .Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(new("_handler", form)).Append(new("__RequestVerificationToken", token)));
        using var answer = await _client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return (answer.StatusCode, answer.Headers.Location?.ToString() ?? text);
    }

    public Task<(HttpStatusCode Status, string Text)> SignInAsync(string name, string password) =>
        SendAsync("/sign-in", "sign-in", ("Entry.Person", name), ("Entry.Password", password));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
