using DcOps.Testing;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>Debian's Chromium, started once; skips the calling test where it is not installed.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    const int PatienceMs = 60_000;

    readonly SemaphoreSlim _starting = new(1, 1);
    IPlaywright? _playwright;
    IBrowser? _browser;

    /// <summary>A new page with cookies of its own. What it complains of and asks elsewhere is kept in <see cref="Visit"/>.</summary>
    internal async Task<Visit> VisitAsync(string address, string language = "zh-CN", string theme = "light", int width = 1_440)
    {
        var program = ExternalProgram.Find("chromium", "chromium");
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            // No test measures time: a busy machine may take long, a page that never comes still fails.
            Assertions.SetDefaultExpectTimeout(PatienceMs);
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Arguments });
        }
        finally
        {
            _starting.Release();
        }

        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = language,
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(PatienceMs);
        return await Visit.BeginAsync(context, address);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _starting.Dispose();
    }
}
