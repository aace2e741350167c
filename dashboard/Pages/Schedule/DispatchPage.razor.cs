using DcOps.Contracts.Scheduling;
using DcOps.Dashboard.Components;
using DcOps.Domain.Scheduling.Dispatch;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Dashboard.Pages.Schedule;

/// <summary>What was told to which site, and the switch that stops it all.</summary>
public sealed partial class DispatchPage(IServiceProvider services, NavigationManager navigation)
{
    const int Shown = 100;

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromForm(FormName = "stop")]
    DecideForm? Form { get; set; }

    /// <summary>Null where released plans are tables for people.</summary>
    IDispatchDesk? Desk { get; } = services.GetService<IDispatchDesk>();

    string? Refusal { get; set; }

    PageOf<DispatchRecord> Listed => Desk!.Records().Cut(Page, Shown);

    void Switch()
    {
        if (string.IsNullOrWhiteSpace(Form?.Name))
        {
            Refusal = Words["Form.NameMissing"];
            return;
        }

        if (Desk!.Stopped is not null)
        {
            Desk.GoOn(Form.Name.Trim());
        }
        else if (string.IsNullOrWhiteSpace(Form.Reason))
        {
            Refusal = Words["Dispatch.ReasonMissing"];
            return;
        }
        else
        {
            Desk.Stop(Form.Name.Trim(), Form.Reason.Trim());
        }

        navigation.NavigateTo("/schedule/dispatch");
    }
}
