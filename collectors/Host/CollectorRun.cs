using System.Globalization;
using System.Text.Json.Nodes;
using DcOps.Collectors.Pipeline.Configuration;
using DcOps.Domain.Configuration;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Connections;

namespace DcOps.Collectors.Host;

/// <summary>How the collectors' own process begins and ends: every refusal is one plain message and an exit code of its own.</summary>
static class CollectorRun
{
    const int DefaultPort = 8082;
    const int Clean = 0;
    const int Failed = 1;
    const int Misconfigured = 2;

    /// <summary>Sections of the other hosts: one file may serve them all.</summary>
    static readonly string[] NotOurs = ["access", "alarms", "history", "ingest", "ledger", "planning", "registry", "signing", "upload"];

    public static async Task<int> RunAsync(string[] line)
    {
        if (HostArguments.TryParse(line, DefaultPort, out var reason) is not { } arguments)
            return await RefuseAsync(reason!, Misconfigured);

        try
        {
            await using var app = Build(arguments, await File.ReadAllTextAsync(arguments.Config));
            if (arguments.CheckOnly)
                await Console.Out.WriteLineAsync($"{arguments.Config} is valid.");
            else
                await app.RunAsync();
            return Clean;
        }
        catch (ConfigurationException fault)
        {
            return await RefuseAsync(fault.Message, Misconfigured);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return await RefuseAsync($"--config {arguments.Config}: there is no such file.", Failed);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return await RefuseAsync(
                string.Create(CultureInfo.InvariantCulture, $"Port {arguments.Port} is taken by another process: name another with --port."), Failed);
        }
        catch (IOException fault)
        {
            return await RefuseAsync(fault.Message, Failed);
        }
    }

    static WebApplication Build(HostArguments arguments, string text)
    {
        var document = ConfigurationDocument.Parse(arguments.Config, text);
        var builder = WebApplication.CreateBuilder();
        PlainLog.Configure(builder.Logging);
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.Port}"));
        foreach (var section in NotOurs)
            document.Section<JsonNode>(section);
        if (!document.Has(CollectorSection.Section) || document.Section<CollectorSection>(CollectorSection.Section) is { Ingest: null })
            document.Refuse($"{CollectorSection.Section}.ingest", "is missing; a collector in a process of its own needs to know its silo.");
        var isOfTheProvince = document.Section<CollectorSection>(CollectorSection.Section) is { FromProvince: not null };
        builder.Services.AddDcOpsCollectors(document, isOfTheProvince ? null : InventoryLoader.Load(document), arguments.Data, Environment.MachineName.ToLowerInvariant());
        document.ThrowIfFaulty();
        return builder.Build().MapDcOpsCollectors();
    }

    static async Task<int> RefuseAsync(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
