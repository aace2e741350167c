using System.Globalization;
using System.Net;
using System.Text.Json;
using DcOps.Domain.Scheduling.Dispatch;

namespace DcOps.Planning.Dispatch.Sites;

/// <summary>
/// A Slurm cluster over slurmrestd, interface v0.0.40. The job is there, held, under its number; it is placed by partition, begin time and release,
/// with the command's key as its comment, and taken back by holding it.
/// </summary>
/// <param name="user">Sent as <c>X-SLURM-USER-NAME</c>, its token as <c>X-SLURM-USER-TOKEN</c>.</param>
public sealed class SlurmSite(HttpClient http, Uri address, string partition, string user, string token) : ISiteAdapter
{
    readonly SiteCall _call = new(http);

    public async Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        if (NumberOf(command) is not { } number)
            return new(SiteVerdict.Refused, $"{command.Job} is no Slurm job number");
        var there = await GetAsync(number, cancellationToken);
        if (there is { } known && known.Comment == command.Key)
            return SiteAnswer.Taken;
        return await PostAsync(
            number,
            new { comment = command.Key, partition, begin_time = command.From.ToUnixTimeSeconds(), hold = false }, cancellationToken);
    }

    public async Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        if (NumberOf(command) is not { } number)
            return SiteAnswer.Taken;
        var there = await GetAsync(number, cancellationToken);
        return there is { } known && known.Comment != command.Key
            ? SiteAnswer.Taken
            : await PostAsync(number, new { comment = "", hold = true }, cancellationToken);
    }

    public async Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken) =>
        NumberOf(command) is { } number && await GetAsync(number, cancellationToken) is { } known
            ? known.Comment != command.Key ? SiteSight.Gone
                : known.State switch { "RUNNING" or "COMPLETING" => SiteSight.Running, "COMPLETED" => SiteSight.Ended, "PENDING" => SiteSight.Waiting, _ => SiteSight.Gone }
            : SiteSight.Unknown;

    /// <summary>A daily job's number stands before its date.</summary>
    static long? NumberOf(DispatchCommand command) =>
        long.TryParse(command.Job.Split('@')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    Uri Of(long number) => new(string.Create(CultureInfo.InvariantCulture, $"{address.AbsoluteUri.TrimEnd('/')}/slurm/v0.0.40/job/{number}"));

    IEnumerable<(string, string)> Headers => [("X-SLURM-USER-NAME", user), ("X-SLURM-USER-TOKEN", token)];

    async Task<(string Comment, string State)?> GetAsync(long number, CancellationToken cancellationToken)
    {
        var answer = await _call.AskAsync(HttpMethod.Get, Of(number), null, "", Headers, cancellationToken);
        if (answer is not { Status: HttpStatusCode.OK, Body: { ValueKind: JsonValueKind.Object } body }
            || !body.TryGetProperty("jobs", out var jobs) || jobs.GetArrayLength() == 0)
            return null;
        var job = jobs[0];
        var state = job.TryGetProperty("job_state", out var states) && states.ValueKind == JsonValueKind.Array && states.GetArrayLength() > 0 ? states[0].ToString() : "";
        return (job.TryGetProperty("comment", out var comment) ? comment.ToString() : "", state);
    }

    /// <summary>slurmrestd tells faults in <c>errors</c>, with whatever status.</summary>
    async Task<SiteAnswer> PostAsync(long number, object change, CancellationToken cancellationToken)
    {
        var answer = await _call.AskAsync(HttpMethod.Post, Of(number), JsonSerializer.Serialize(change), "application/json", Headers, cancellationToken);
        return answer is { Body: { ValueKind: JsonValueKind.Object } body, Status: < HttpStatusCode.InternalServerError }
            && body.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            ? new(SiteVerdict.Refused, errors[0].ToString())
            : SiteCall.Judge(answer);
    }
}
