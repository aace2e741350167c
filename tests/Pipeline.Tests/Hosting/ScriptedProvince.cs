using System.Text;
using DcOps.Contracts.Collectors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DcOps.Collectors.Pipeline.Tests.Hosting;

/// <summary>The province's side of a collector's configuration, as the test says it; reports are remembered.</summary>
sealed class ScriptedProvince : IAsyncDisposable
{
    public const string Token = "token-of-the-scripted-province";
    readonly WebApplication _application;

    ScriptedProvince()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.MapGet(SiteConfigurationJson.Path, AnswerAsync);
        _application.MapPost(CollectorReportJson.Path, TakeAsync);
    }

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Null: the province has none.</summary>
    public SiteConfiguration? Offered { get; set; }

    /// <summary>What is done to the body on its way.</summary>
    public Func<byte[], byte[]> Tamper { get; set; } = static body => body;

    public CollectorReport? Last { get; private set; }

    public static async Task<ScriptedProvince> StartAsync()
    {
        var province = new ScriptedProvince();
        await province._application.StartAsync(TestContext.Current.CancellationToken);
        return province;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != $"Bearer {Token}" || Offered is not { } offered)
        {
            context.Response.StatusCode = Offered is null ? StatusCodes.Status404NotFound : StatusCodes.Status401Unauthorized;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Offered is null ? "There is none." : "The token is missing or unknown here.");
            return;
        }

        var body = SiteConfigurationJson.Encode(offered);
        var tag = SiteConfigurationJson.TagOf(SiteConfigurationJson.VersionOf(body));
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        body = Tamper(body);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Last = CollectorReportJson.Decode(body.ToArray()) ?? throw new InvalidDataException(Encoding.UTF8.GetString(body.ToArray()));
    }
}
