using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DcOps.Standalone;

/// <summary>Says where the product is, when its first page really answers and not before.</summary>
sealed class FirstPage(IServer server, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, lifetime.ApplicationStarted).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
            return;

        using var client = new HttpClient();
        while (!await AnswersAsync(client, address, stoppingToken))
            await Task.Delay(Pause, time, stoppingToken);
        await Console.Out.WriteLineAsync($"DcOps answers at {address}/");
    }

    static async Task<bool> AnswersAsync(HttpClient client, string address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address), cancellationToken);
            return answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Unauthorized;
        }
        catch (HttpRequestException)
        {
            // Not listening yet; the loop asks again.
            return false;
        }
    }
}
