using System.Globalization;
using DcOps.Domain.Configuration;
using DcOps.Grains.Checkpoints;
using DcOps.Grains.Journal;
using DcOps.Signing.Keys;
using Microsoft.AspNetCore.Connections;

namespace DcOps.Silo.Host.Composition;

/// <summary>How a host begins and ends: every refusal is one plain message and an exit code of its own.</summary>
public static class HostRun
{
    const int Clean = 0;
    const int Failed = 1;
    const int Misconfigured = 2;

    public static string Address(HostArguments arguments) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.Port}");

    /// <param name="build">The host; null when only the configuration was to be checked.</param>
    public static async Task<int> RunAsync(
        string[] line, int defaultPort, Func<HostArguments, ConfigurationDocument, WebApplication?> build)
    {
        if (HostArguments.TryParse(line, defaultPort, out var reason) is { } arguments)
            return await RunAsync(arguments, document => build(arguments, document));

        await Console.Error.WriteLineAsync(reason);
        return Misconfigured;
    }

    /// <param name="build">The host; null when only the configuration was to be checked.</param>
    public static async Task<int> RunAsync(HostArguments arguments, Func<ConfigurationDocument, WebApplication?> build)
    {
        try
        {
            var document = ConfigurationDocument.Parse(arguments.Config, await File.ReadAllTextAsync(arguments.Config));
            await using var app = build(document);
            if (app is null)
                await Console.Out.WriteLineAsync($"{arguments.Config} is valid.");
            else
                await app.RunAsync();
            return Clean;
        }
        catch (ConfigurationException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Misconfigured;
        }
        catch (Exception fault) when (Plain(fault, arguments) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Failed;
        }
    }

    static string? Plain(Exception fault, HostArguments arguments) => fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"--config {arguments.Config}: there is no such file.",
        IOException { InnerException: AddressInUseException } =>
            $"Port {arguments.Port.ToString(CultureInfo.InvariantCulture)} is taken by another process: name another with --port.",
        CheckpointsUnavailableException or CheckpointFormatException or JournalFormatException or SigningKeyException => fault.Message,
        _ => null,
    };
}
