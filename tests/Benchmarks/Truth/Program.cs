using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DcOps.Testing;

// Compares every closed hour of every facility page of a running `deploy/run` with the simulator's own ground truth.
var page = new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:8080/");
var control = new Uri(args.ElementAtOrDefault(1) ?? "http://127.0.0.1:8661/");
using var client = new HttpClient();

var facilities = Regex.Matches(await client.GetStringAsync(page), "href=\"/dc/(?<id>[A-Z0-9-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
    .Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal);
Console.WriteLine("facility | hour (UTC) | category | page PUE | true PUE | difference");
var worst = 0.0;
foreach (var facility in facilities)
{
    var live = new LivePage(await client.GetStringAsync(new Uri(page, $"dc/{facility}")));
    foreach (var hour in live.Hours)
    {
        if (hour.Pue is not { } shown || await TruePueAsync(facility, hour) is not { } truth)
            continue;

        var difference = (shown / truth) - 1;
        worst = Math.Max(worst, Math.Abs(difference));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{facility} | {hour.From:yyyy-MM-dd HH:mm} | {hour.Category} | {shown:0.00000} | {truth:0.00000} | {difference:+0.0000%;-0.0000%}"));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest difference: {worst:0.0000%}"));

// Null when the truth of that hour is not kept whole: the simulator began in the middle of it.
async Task<double?> TruePueAsync(string facility, HourRow hour)
{
    var from = Uri.EscapeDataString(hour.From.ToString("O", CultureInfo.InvariantCulture));
    var to = Uri.EscapeDataString(hour.From.AddHours(1).ToString("O", CultureInfo.InvariantCulture));
    using var answer = await client.GetAsync(new Uri(control, $"truth/energy?facility={facility}&from={from}&to={to}"));
    if (!answer.IsSuccessStatusCode)
        return null;

    var truth = await answer.Content.ReadFromJsonAsync<JsonElement>();
    return truth.GetProperty(hour.Category == 1 ? "pueCategory1" : "pueCategory3").GetDouble();
}
