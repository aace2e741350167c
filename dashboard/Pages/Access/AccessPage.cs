using DcOps.Contracts.Access;
using DcOps.Dashboard.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Access;

/// <summary>What pages about accounts share. Where nobody signs in they say so and do nothing.</summary>
public abstract class AccessPage : ComponentBase
{
    [Inject]
    protected IServiceProvider Services { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected Wording Words { get; set; } = default!;

    [CascadingParameter]
    protected HttpContext? Context { get; set; }

    /// <summary>Null where nobody signs in.</summary>
    protected IAccounts? Accounts => Services.GetService(typeof(IAccounts)) as IAccounts;

    protected CancellationToken Aborted => Context?.RequestAborted ?? CancellationToken.None;

    /// <summary>In the reader's words; null when there is nothing to say.</summary>
    protected string? Fault { get; set; }

    /// <summary>Sets <see cref="Fault"/>; true when there is none.</summary>
    protected bool IsDone(AccountFault fault)
    {
        Fault = fault == AccountFault.None ? null : Words[$"Access.Fault.{fault}"];
        return Fault is null;
    }
}
