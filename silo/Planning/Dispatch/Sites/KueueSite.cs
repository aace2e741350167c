using System.Text.Json;
using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch.Sites;

/// <summary>
/// A Kubernetes cluster with Kueue. The job is there as a suspended <c>batch/v1</c> Job of its own name; it is placed by the label
/// <c>kueue.x-k8s.io/queue-name</c>, upon which Kueue admits and unsuspends it, and taken back by suspending it.
/// </summary>
/// <param name="queue">Name of the LocalQueue.</param>
public sealed class KueueSite(HttpClient http, Uri address, string space, string queue, string token) : ISiteAdapter
{
    const string Label = "kueue.x-k8s.io/queue-name";
    const string Annotation = "dcops/command";

    readonly SiteCall _call = new(http);

    /// <summary>A job that already carries the command is left alone, so that a repeated command does nothing.</summary>
    public async Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var there = await GetAsync(command, cancellationToken);
        if (there?.Body is { } job && Text(job, "metadata", "annotations", Annotation) == command.Key && Text(job, "metadata", "labels", Label) == queue)
            return SiteAnswer.Taken;
        if (SiteCall.Judge(there) is { Verdict: not SiteVerdict.Taken } answer)
            return answer;
        if (there?.Body is { } running && Text(running, "spec", "suspend") != "true")
            return new(SiteVerdict.Refused, "the job is not suspended: it runs outside the plan");

        return await PatchAsync(command, new { metadata = new { labels = Pair(Label, queue), annotations = Pair(Annotation, command.Key) } }, cancellationToken);
    }

    public async Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var there = await GetAsync(command, cancellationToken);
        if (there?.Status == System.Net.HttpStatusCode.NotFound
            || (there?.Body is { } job && Text(job, "metadata", "annotations", Annotation) != command.Key && there.Value.Status == System.Net.HttpStatusCode.OK))
            return SiteAnswer.Taken;
        return there is null
            ? SiteCall.Judge(there)
            : await PatchAsync(
                command, new { metadata = new { labels = Pair(Label, null), annotations = Pair(Annotation, null) }, spec = new { suspend = true } },
                cancellationToken);
    }

    public async Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var there = await GetAsync(command, cancellationToken);
        return there switch
        {
            { Status: System.Net.HttpStatusCode.NotFound } => SiteSight.Gone,
            { Status: System.Net.HttpStatusCode.OK, Body: { } job } => Text(job, "metadata", "annotations", Annotation) != command.Key ? SiteSight.Gone
                : Text(job, "status", "completionTime") is not null ? SiteSight.Ended
                : Text(job, "status", "active") is { } active && active != "0" ? SiteSight.Running
                : SiteSight.Waiting,
            _ => SiteSight.Unknown,
        };
    }

    /// <summary>A name as Kubernetes takes it: small letters, digits, hyphens.</summary>
    public static string NameOf(string job) =>
        string.Concat(job.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')).Trim('-');

    Uri Of(DispatchCommand command) =>
        new($"{address.AbsoluteUri.TrimEnd('/')}/apis/batch/v1/namespaces/{Uri.EscapeDataString(space)}/jobs/{NameOf(command.Job)}");

    IEnumerable<(string, string)> Headers => [("Authorization", $"Bearer {token}"), ("Accept", "application/json")];

    Task<(System.Net.HttpStatusCode Status, JsonElement? Body, string Text)?> GetAsync(DispatchCommand command, CancellationToken cancellationToken) =>
        _call.AskAsync(HttpMethod.Get, Of(command), null, "", Headers, cancellationToken);

    async Task<SiteAnswer> PatchAsync(DispatchCommand command, object change, CancellationToken cancellationToken) => SiteCall.Judge(await _call.AskAsync(
        HttpMethod.Patch, Of(command), JsonSerializer.Serialize(change), "application/merge-patch+json", Headers, cancellationToken));

    static Dictionary<string, string?> Pair(string name, string? value) => new(StringComparer.Ordinal) { [name] = value };

    /// <summary>Null when the path is not there.</summary>
    static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Null => null, _ => element.ToString() };
    }
}
