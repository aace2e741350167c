using DcOps.Domain.History;
using DcOps.Domain.Ledger.Archive;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Unavailable;

/// <summary>What a reader sees when a page could not be made: 503 when the province did not answer in time or history is away, else 500.</summary>
public sealed partial class UnavailablePage : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>The page that was asked for.</summary>
    string Asked { get; set; } = "/";

    /// <summary>Whether it was the store of readings, or what the ledger keeps, that could not be read.</summary>
    bool IsHistoryAway { get; set; }

    protected override void OnInitialized()
    {
        if (Context?.Features.Get<IExceptionHandlerPathFeature>() is not { } fault)
            return;

        Asked = fault.Path;
        IsHistoryAway = fault.Error is HistoryUnavailableException or ArchiveUnavailableException;
        if (IsHistoryAway || fault.Error is TimeoutException)
            Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
