using System.Globalization;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Control;

/// <summary><c>scenario …</c> on the command line, sent to the running simulator.</summary>
public static class ScenarioClient
{
    const int Refused = 1;
    const int WrongLine = 2;

    /// <returns>The process's exit code: 0 done, 1 refused or no simulator, 2 a wrong command line.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> line, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (line is [] or ["--help" or "-h", ..])
        {
            await output.WriteLineAsync(ScenarioArguments.Usage);
            return 0;
        }

        if (ScenarioArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync(reason);
            await errors.WriteLineAsync(ScenarioArguments.Usage);
            return WrongLine;
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.ControlPort}");
        using var http = new HttpClient { BaseAddress = new(address) };
        try
        {
            using var answer = await http.PostAsJsonAsync("/scenarios", arguments.Request, ControlJson.Form, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                await errors.WriteLineAsync(await answer.Content.ReadFromJsonAsync<string>(ControlJson.Form, cancellationToken));
                return Refused;
            }

            foreach (var fault in await answer.Content.ReadFromJsonAsync<ImmutableArray<Fault>>(ControlJson.Form, cancellationToken))
                await output.WriteLineAsync(FaultText.Of(fault));
            return 0;
        }
        catch (HttpRequestException)
        {
            await errors.WriteLineAsync($"No simulator answers at {address}; start it, or name its --control-port.");
            return Refused;
        }
    }
}
