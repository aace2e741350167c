using DcOps.Contracts.Ledger;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Uploads;

/// <summary>The upload to the platforms of 重点用能单位能耗在线监测: what each has, what waits, and what it said last.</summary>
public sealed partial class UploadsPage(IServiceProvider services, TimeProvider time)
{
    [SupplyParameterFromQuery]
    public string? Days { get; set; }

    UploadsQuery Asked => UploadsQuery.Of(Days);

    /// <summary>Null where nothing is uploaded.</summary>
    IUploadWatch? Watch { get; } = services.GetService<IUploadWatch>();

    ImmutableArray<UploadStanding> Standings { get; set; } = [];

    protected override Task OnInitializedAsync() => Watch is not { } watch
        ? Task.CompletedTask
        : AskAsync(async aborted => Standings = await watch.StandingAsync(Asked.Within(time.GetUtcNow()), aborted));
}
