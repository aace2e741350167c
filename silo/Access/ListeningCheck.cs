using System.Net;
using DcOps.Contracts.Access;
using DcOps.Domain.Configuration;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;

namespace DcOps.Access;

/// <summary>
/// Stops a product that listens beyond this machine while nobody signs in, whoever told it to listen: a variable of the
/// server counts as much as the configuration.
/// </summary>
/// <param name="guarded">Ports whose addresses ask for a token of their own.</param>
sealed class ListeningCheck(IServer server, AccessMode mode, string file, ImmutableArray<int> guarded) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return !mode.HasAccounts && addresses.FirstOrDefault(LeavesTheMachine) is { } open
            ? throw new ConfigurationException([new(file, 0, $"{AccessSection.Name}.mode",
                $"the pages listen at {open}, beyond this machine, and nobody signs in; add \"access\": {{ \"mode\": \"accounts\" }}, or listen on 127.0.0.1 alone.")])
            : Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    bool LeavesTheMachine(string address) =>
        !Uri.TryCreate(address.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var place)
        || (!guarded.Contains(place.Port) && !place.IsLoopback && !(IPAddress.TryParse(place.Host.Trim('[', ']'), out var own) && IPAddress.IsLoopback(own)));
}
