using DcOps.Domain.History;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Components.Ledger;

/// <summary>A page over the energy ledger: when the store behind it cannot be reached, the page says so in its own frame.</summary>
public abstract class LedgerPage : ComponentBase
{
    [CascadingParameter]
    public HttpContext? Context { get; set; }

    /// <summary>Whether the ledger could not be asked; what was not answered is then not shown.</summary>
    protected bool IsAway { get; private set; }

    protected CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    protected async Task AskAsync(Func<CancellationToken, Task> ask)
    {
        try
        {
            await ask(Aborted);
        }
        catch (HistoryUnavailableException)
        {
            IsAway = true;
            Context?.Response.OnStarting(() =>
            {
                Context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            });
        }
    }
}
