using DcOps.Contracts.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace DcOps.Dashboard.Pages.Access;

/// <summary>Whoever is signed in acts under that name: what a form says in its place is replaced before any page reads it.</summary>
static class SignedForms
{
    static readonly string[] Names = ["Form.Name", "Form.Author", "Undo.Name", "Plan.Name", "End.Name"];

    public static async Task StampAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.SignedName() is { } name && context.Request.HasFormContentType)
        {
            var sent = await context.Request.ReadFormAsync(context.RequestAborted);
            var stamped = sent.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
            foreach (var field in Names.Where(stamped.ContainsKey))
                stamped[field] = new StringValues(name);
            context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(stamped, sent.Files)));
        }

        await next(context);
    }
}
