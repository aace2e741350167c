using System.Globalization;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Options;

namespace DcOps.Simulator.Control;

/// <summary>The other end of <see cref="FaultEndpoints"/>: <c>fault …</c> on the command line.</summary>
public sealed class FaultClient(HttpClient http, TextWriter output, TextWriter errors)
{
    const int Refused = 1;
    const int WrongLine = 2;

    /// <returns>The process's exit code: 0 done, 1 refused or no simulator, 2 a wrong command line.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> line, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (line is [] or ["--help" or "-h", ..])
        {
            await output.WriteLineAsync(FaultArguments.Usage);
            return 0;
        }

        if (FaultArguments.TryParse(line, out var reason) is not { } arguments)
        {
            await errors.WriteLineAsync(reason);
            await errors.WriteLineAsync(FaultArguments.Usage);
            return WrongLine;
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.ControlPort}");
        using var http = new HttpClient { BaseAddress = new(address) };
        try
        {
            return await new FaultClient(http, output, errors).SendAsync(arguments, cancellationToken);
        }
        catch (HttpRequestException)
        {
            await errors.WriteLineAsync($"No simulator answers at {address}; start it, or name its --control-port.");
            return Refused;
        }
    }

    /// <returns>The process's exit code.</returns>
    public async Task<int> SendAsync(FaultArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Put is { } request)
            return await PutAsync(request, cancellationToken);

        if (arguments.Clear)
            return await ClearAsync(arguments.Id, cancellationToken);

        var standing = await http.GetFromJsonAsync<ImmutableArray<Fault>>("/faults", ControlJson.Form, cancellationToken);
        foreach (var fault in standing)
            await output.WriteLineAsync(FaultText.Of(fault));
        if (standing.IsEmpty)
            await output.WriteLineAsync("No fault stands.");
        return 0;
    }

    async Task<int> PutAsync(FaultRequest request, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/faults", request, ControlJson.Form, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return await RefusedAsync(answer, cancellationToken);

        var fault = await answer.Content.ReadFromJsonAsync<Fault>(ControlJson.Form, cancellationToken);
        await output.WriteLineAsync(FaultText.Of(fault!));
        return 0;
    }

    async Task<int> ClearAsync(int? id, CancellationToken cancellationToken)
    {
        var path = id is { } number ? string.Create(CultureInfo.InvariantCulture, $"/faults/{number}") : "/faults";
        using var answer = await http.DeleteAsync(path, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            return await RefusedAsync(answer, cancellationToken);

        var ended = await answer.Content.ReadFromJsonAsync<int>(ControlJson.Form, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{ended} ended."));
        return 0;
    }

    async Task<int> RefusedAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await errors.WriteLineAsync(await answer.Content.ReadFromJsonAsync<string>(ControlJson.Form, cancellationToken));
        return Refused;
    }
}
