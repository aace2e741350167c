using DcOps.Dashboard.Localization;
using DcOps.Domain.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DcOps.Dashboard.Live;

/// <summary><c>/live/…</c>: server-sent events, one encoded buffer shared by all viewers of a page in a language.</summary>
static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/live/{**path}", StreamAsync);

    static async Task StreamAsync(
        HttpContext context, string path, LiveFeed feed, Inventory inventory, Languages languages, IHostApplicationLifetime lifetime)
    {
        if (!LivePaths.IsKnown(path, inventory))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // An open stream must not hold up a graceful stop.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var language = languages.Current.IsChinese ? Languages.Chinese : Languages.English;
        var viewer = feed.Join(path, language);
        try
        {
            await context.Response.StartAsync(ending.Token);
            await foreach (var update in viewer.Reader.ReadAllAsync(ending.Token))
            {
                await context.Response.Body.WriteAsync(update, ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The viewer left, or the process ends: either way there is nobody to tell.
        }
        finally
        {
            feed.Leave(path, language, viewer);
        }
    }
}
