using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DcOps.Standalone;

/// <summary>The command <c>readings import</c>: sends files of historic readings to the running product, part by part.</summary>
static class ReadingsCommand
{
    public const string Usage = """
        readings import FILE… [--facility ID] [--to URL] [--dry-run]
          FILE           readings.csv (meter,at,position,serial,reset_at,restarted_at,mean_w) or weather.csv (day,celsius),
                         in the folder of its facility, as in NJ-01/readings.csv
          --facility ID  the facility, where the folder does not name it
          --to URL       the running product (default http://127.0.0.1:8080)
          --dry-run      reads and checks everything, stores nothing
        """;

    const int LinesAtOnce = 20_000;
    const int MostFaults = 20;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TimeProvider time, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (line.Contains("--help", StringComparer.Ordinal))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        if (ReadingsArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync(reason);
            await errors.WriteLineAsync(Usage);
            return WrongLine;
        }

        using var client = new HttpClient { BaseAddress = arguments.To, Timeout = TimeSpan.FromMinutes(10) };
        var isWhole = true;
        foreach (var file in arguments.Files)
            isWhole &= await SendAsync(client, file, arguments, time, output, errors, cancellationToken);
        return isWhole ? 0 : 1;
    }

    static async Task<bool> SendAsync(
        HttpClient client, string file, ReadingsArguments arguments, TimeProvider time, TextWriter output, TextWriter errors,
        CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            await errors.WriteLineAsync($"{file}: there is no such file.");
            return false;
        }

        var facility = arguments.Facility ?? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var (started, stored, faults) = (time.GetTimestamp(), 0L, 0);
        await foreach (var (text, firstLine, isWeather) in PartsAsync(file, cancellationToken))
        {
            var kind = isWeather ? "weather" : "readings";
            using var request = new HttpRequestMessage(
                HttpMethod.Post,
                $"ledger/import/{kind}/{Uri.EscapeDataString(facility)}?file={Uri.EscapeDataString(file)}&dryRun={arguments.IsDryRun}")
            {
                Content = new StringContent(text, Encoding.UTF8, "text/csv"),
            };
            request.Headers.Add("X-First-Line", firstLine.ToString(CultureInfo.InvariantCulture));
            var (answer, refusal) = await AskAsync(client, request, cancellationToken);
            if (answer is null)
            {
                await errors.WriteLineAsync($"{file}: {refusal}");
                return false;
            }

            stored += answer.Readings;
            foreach (var fault in answer.Faults.Take(Math.Max(0, MostFaults - faults)))
                await errors.WriteLineAsync(fault);
            faults += answer.Faults.Length;
            if (!isWeather)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}: {stored:N0} readings …"));
        }

        var seconds = time.GetElapsedTime(started).TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {stored:N0} lines {(arguments.IsDryRun ? "checked" : "stored")} for {facility} in {seconds:0.0} s, {faults:N0} faults"));
        return faults == 0;
    }

    static async Task<(ImportedPart? Answer, string Refusal)> AskAsync(
        HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? (JsonSerializer.Deserialize<ImportedPart>(text, JsonSerializerOptions.Web), "")
                : (null, string.Create(CultureInfo.InvariantCulture, $"refused ({(int)response.StatusCode}): {text}"));
        }
        catch (HttpRequestException fault)
        {
            return (null, $"{client.BaseAddress} cannot be reached: {fault.Message} Start the product, or name it with --to.");
        }
    }

    static async IAsyncEnumerable<(string Text, int FirstLine, bool IsWeather)> PartsAsync(
        string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file);
        var header = await reader.ReadLineAsync(cancellationToken) ?? "";
        var isWeather = header.StartsWith("day,", StringComparison.Ordinal);
        var (part, lines, firstLine) = (new StringBuilder(header).Append('\n'), 0, 2);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            part.Append(line).Append('\n');
            if (++lines < LinesAtOnce || isWeather)
                continue;

            yield return (part.ToString(), firstLine, isWeather);
            (part, firstLine, lines) = (new StringBuilder(header).Append('\n'), firstLine + lines, 0);
        }

        if (lines > 0)
            yield return (part.ToString(), firstLine, isWeather);
    }

    sealed record ImportedPart(int Readings, string[] Faults);
}
