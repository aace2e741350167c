using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Unavailable;

/// <summary>What a reader sees when a page could not be made: 503 when the province did not answer in time, else 500.</summary>
public sealed partial class UnavailablePage : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>The page that was asked for.</summary>
    string Asked { get; set; } = "/";

    protected override void OnInitialized()
    {
        if (Context?.Features.Get<IExceptionHandlerPathFeature>() is not { } fault)
            return;

        Asked = fault.Path;
        if (fault.Error is TimeoutException)
            Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
