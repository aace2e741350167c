using System.Globalization;
using Microsoft.Playwright;

namespace DcOps.Benchmarks.Ui;

/// <summary>The inbox as a person has it: how soon its rows are there, how it follows the keys, and whether news moves a row.</summary>
static class InboxInBrowser
{
    const int Openings = 10;
    const int Keys = 40;

    public static async Task MeasureAsync(IBrowser browser, string address, int rows, Action<string, string> print)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1_440, Height = 900 } });
        var page = await context.NewPageAsync();
        await OpenAsync(page, $"{address}/alarms", "inbox", print);
        await OpenAsync(page, $"{address}/alarms?tab=alarms", "single alarms", print);
        await OpenAsync(page, $"{address}/alarms?level=critical", "filtered", print);
        await OpenAsync(page, string.Create(CultureInfo.InvariantCulture, $"{address}/alarms?skip={Math.Max(0, rows - 50)}"), "last page", print);
        await page.GotoAsync($"{address}/alarms");
        await KeysAsync(page, print);
        print("page", $"{await page.EvaluateAsync<int>("document.querySelectorAll('*').length")} elements");
    }

    /// <summary>From a raise to the browser's own word of it; the rows stay where they are.</summary>
    public static async Task NewsAsync(IPage page, Action raise, Action<string, string> print)
    {
        const string Places = "[...document.querySelectorAll('tr[data-row]')].map(row => row.dataset.row + Math.round(row.getBoundingClientRect().top)).join()";
        var spans = new List<double>();
        var before = await page.EvaluateAsync<string>(Places);
        for (var news = 0; news < Openings; news++)
        {
            var shown = page.EvaluateAsync<double>(
                """
                () => new Promise(resolve => {
                  new MutationObserver((_, watch) => { watch.disconnect(); resolve(performance.timeOrigin + performance.now()); })
                    .observe(document.querySelector('[data-alarms]'), { subtree: true, childList: true, characterData: true });
                })
                """);
            // The question must wait at the server before the answer comes.
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System);
            var raisedAt = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            raise();
            spans.Add(await shown - raisedAt);
        }

        spans.Sort();
        print("a new alarm", $"counted in the head {spans[spans.Count / 2]:0} ms after it was raised, longest {spans[^1]:0} ms; rows and their places {(before == await page.EvaluateAsync<string>(Places) ? "unchanged" : "CHANGED")}");
    }

    static async Task OpenAsync(IPage page, string address, string what, Action<string, string> print)
    {
        var (painted, loaded) = (new List<double>(), new List<double>());
        for (var opening = 0; opening < Openings; opening++)
        {
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
            await Assertions.Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
            painted.Add(await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now()"));
            loaded.Add(await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }

        var (first, sorted) = (loaded[0], loaded.Order().ToList());
        print(what, $"whole after {sorted[Openings / 2]:0} ms, longest {sorted[^1]:0} ms, first {first:0} ms; painted after {painted.Order().ElementAt(Openings / 2):0} ms; {await page.Locator("tr[data-row]").CountAsync()} rows drawn");
    }

    static async Task KeysAsync(IPage page, Action<string, string> print)
    {
        var spans = (await page.EvaluateAsync<double[]>(
            """
            async count => {
              const spans = [];
              for (let key = 0; key < count; key++) {
                const begun = performance.now();
                (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: key % 4 === 3 ? 'x' : 'j', bubbles: true }));
                await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                spans.push(performance.now() - begun);
              }
              return spans;
            }
            """,
            Keys)).Order().ToArray();
        print("a key", $"p50 {spans[Keys / 2]:0} ms, p95 {spans[Keys * 95 / 100]:0} ms to the second frame after it; {await page.Locator("[data-inbox] input:checked").CountAsync()} rows chosen by {Keys / 4} keys");
    }
}
