using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard.Pages.Alarms;

/// <summary>A person says what belongs together, or does not. It outranks every rule.</summary>
public sealed partial class RegroupPage(IAlarmDesk desk, NavigationManager navigation)
{
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary><c>merge</c> or <c>split</c>.</summary>
    [SupplyParameterFromQuery]
    public string? How { get; set; }

    /// <summary>Alarms to be split off.</summary>
    [SupplyParameterFromQuery(Name = "alarm")]
    public string[]? Alarms { get; set; }

    /// <summary>The incident to be joined.</summary>
    [SupplyParameterFromQuery(Name = "id")]
    public string? Other { get; set; }

    [SupplyParameterFromForm(FormName = "regroup")]
    ActForm? Form { get; set; }

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    bool IsMerge => How == "merge";

    string Title => Words[IsMerge ? "Alarms.Merge" : "Alarms.Split"];

    string? Refusal { get; set; }

    async Task RegroupAsync()
    {
        if (string.IsNullOrWhiteSpace(Form?.Name))
        {
            Refusal = Words["Alarms.NameMissing"];
            return;
        }

        ImmutableArray<AlarmId> ids =
        [
            .. (IsMerge ? [Id, Other ?? ""] : Alarms ?? []).Select(id => AlarmId.TryParse(id, out var parsed) ? parsed : default).Where(id => id != default),
        ];
        if (ids.Length < (IsMerge ? 2 : 1))
        {
            Refusal = Words["Alarms.NothingChosen"];
            return;
        }

        Person.Keep(Context, Form.Name.Trim());
        var aborted = Context?.RequestAborted ?? CancellationToken.None;
        var (author, reason) = (Form.Name.Trim(), Form.Text?.Trim() ?? "");
        var refused = IsMerge ? await desk.MergeAsync(ids, author, reason, aborted) : await desk.SplitAsync(ids, author, reason, aborted);
        if (refused is null)
            navigation.NavigateTo($"/alarms/{(IsMerge ? Id : ids[0])}");
        else
            Refusal = Texts.Of(Words, refused);
    }
}
