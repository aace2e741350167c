using System.Threading.Channels;
using DcOps.Dashboard.Components;
using DcOps.Dashboard.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DcOps.Dashboard.Live.Map;

/// <summary>What the map's script asks: where the racks stand, how they are, and which one is at a number.</summary>
static class RackMapEndpoints
{
    const int MostAtOnce = 32 * 1024;

    public static void MapRackMap(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/racks/layout.json", (RackMapLayout layout, Wording words) => Results.Bytes(layout.Json(words), "application/json"));
        endpoints.MapGet("/racks/at/{number:int}", At);
        endpoints.MapGet("/racks/cells", StreamAsync);
    }

    /// <summary>A rack in words, for the line under the map.</summary>
    static IResult At(int number, RackMapLayout layout, Wording words) => layout.Find(number) is var (facility, rack)
        ? Results.Json(new { rack = rack.Id.Value, name = words.Name(facility.Name), href = RackAddress.Of(rack.Id) })
        : Results.NotFound();

    static async Task StreamAsync(HttpContext context, RackMapFeed feed, IHostApplicationLifetime lifetime)
    {
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // An open stream must not hold up a graceful stop.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        Channel<byte[]>? viewer = null;
        try
        {
            viewer = await feed.JoinAsync(ending.Token);
            await context.Response.StartAsync(ending.Token);
            await foreach (var frame in viewer.Reader.ReadAllAsync(ending.Token))
            {
                // In pieces, so that the server never holds a whole first frame for each slow viewer.
                for (var from = 0; from < frame.Length; from += MostAtOnce)
                {
                    await context.Response.Body.WriteAsync(frame.AsMemory(from, Math.Min(MostAtOnce, frame.Length - from)), ending.Token);
                    await context.Response.Body.FlushAsync(ending.Token);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The viewer left, or the process ends: either way there is nobody to tell.
        }
        finally
        {
            if (viewer is not null)
                feed.Leave(viewer);
        }
    }
}
