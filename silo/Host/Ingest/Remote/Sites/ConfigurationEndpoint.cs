using DcOps.Contracts.Collectors;
using Microsoft.Net.Http.Headers;

namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>Hands a remote collector its configuration: the whole, or 304 when it has it.</summary>
sealed class ConfigurationEndpoint(SiteOffers offers, TokenCheck tokens)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (await tokens.EnrolmentAsync(context) is not { } enrolment)
            return;

        if (offers.Of(enrolment.Collector) is not { } offer)
        {
            await tokens.RefuseAsync(
                context, StatusCodes.Status404NotFound, "configuration", $"The province has no configuration for collector '{enrolment.Collector}': its ingest.collectors entry names none.");
            return;
        }

        var tag = SiteConfigurationJson.TagOf(offer.Version);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: true)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = SiteConfigurationJson.MediaType;
        context.Response.ContentLength = offer.Body.Length;
        await context.Response.Body.WriteAsync(offer.Body, context.RequestAborted);
    }
}
