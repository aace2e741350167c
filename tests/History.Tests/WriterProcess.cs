using System.Globalization;
using DcOps.Testing;

namespace DcOps.History.Tests;

/// <summary>Another process that writes history, to be killed.</summary>
sealed class WriterProcess(ExternalProgram program) : IAsyncDisposable
{
    /// <summary>The last minute that it promised to have kept; null when it promised none.</summary>
    public int? LastPromised =>
        program.Output.Split('\n').Select(line => int.TryParse(line, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).Max();

    /// <param name="what">What <c>tests/HistoryWriter</c> is told to do.</param>
    public static WriterProcess Start(string what, string folder)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "DcOps.HistoryWriter.dll");
        return new(ExternalProgram.Start(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet", [assembly, what, folder]));
    }

    public Task UntilOpenAsync(CancellationToken cancellationToken) =>
        program.UntilAsync("open", _ => Task.FromResult(program.Output.Contains("open", StringComparison.Ordinal)), cancellationToken);

    public Task UntilPromisedAsync(int minute, CancellationToken cancellationToken) =>
        program.UntilAsync($"minute {minute}", _ => Task.FromResult(LastPromised >= minute), cancellationToken);

    public Task KillAsync() => program.KillAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();
}
