using Microsoft.Playwright;

namespace DcOps.Benchmarks.Ui;

/// <summary>The map as a person has it: how soon it is there, and how it follows the hand.</summary>
static class MapInBrowser
{
    const int Openings = 5;
    const int Frames = 60;

    public static async Task MeasureAsync(IBrowser browser, string address, int width, int height, Action<string, string> print)
    {
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        var draws = new List<double>();
        for (var opening = 0; opening < Openings; opening++)
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator("rack-map")).ToHaveAttributeAsync(
                "data-first-draw", new System.Text.RegularExpressions.Regex("^[0-9]+$"), new() { Timeout = 60_000 });
            draws.Add(double.Parse((await page.Locator("rack-map").GetAttributeAsync("data-first-draw"))!, System.Globalization.CultureInfo.InvariantCulture));
        }

        print($"first draw {width}x{height}", $"{string.Join(", ", draws.Select(draw => $"{draw:0}"))} ms after the navigation began (first with an empty cache)");

        var frames = (await page.EvaluateAsync<double[]>(
            """
            async count => {
              const canvas = document.querySelector('rack-map canvas');
              const at = { offsetX: 400, offsetY: 300, bubbles: true, cancelable: true };
              const spans = [];
              for (let frame = 0; frame < count; frame++) {
                const begun = performance.now();
                canvas.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: frame % 20 < 10 ? -1 : 1, clientX: 400, clientY: 300 }));
                await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                spans.push((performance.now() - begun) / 2);
              }
              return spans;
            }
            """,
            Frames)).Order().ToArray();
        print($"zooming {width}x{height}", $"p50 {frames[Frames / 2]:0.0} ms, p95 {frames[Frames * 95 / 100]:0.0} ms a frame of {Frames}");
        print($"page {width}x{height}", $"{await page.EvaluateAsync<int>("document.querySelectorAll('*').length")} elements");
    }
}
