using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Telemetry;

namespace DcOps.Planning.Dispatch.Sites;

/// <summary>
/// A site that takes commands as signed JSON: PUT to place, DELETE to take back, GET for its state, each at <c>ADDRESS/KEY</c>. Header
/// <c>DcOps-Signature</c> is <c>t=SECONDS,v1=HEX</c> with HMAC-SHA256 over <c>SECONDS.METHOD.KEY.BODY</c>.
/// </summary>
public sealed class WebhookSite(HttpClient http, Uri address, string secret, TimeProvider time) : ISiteAdapter
{
    readonly SiteCall _call = new(http);

    public async Task<SiteAnswer> PlaceAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new
        {
            key = command.Key,
            plan = command.Plan,
            job = command.Job,
            tenant = command.Tenant,
            facility = command.Facility,
            kind = KebabCase.Of(command.Kind),
            units = command.Units,
            kilowatts = command.Kilowatts,
            from = command.From,
            to = command.To,
        });
        return SiteCall.Judge(await AskAsync(HttpMethod.Put, command, body, cancellationToken));
    }

    /// <remarks>A site that does not know the command has nothing to take back.</remarks>
    public async Task<SiteAnswer> RecallAsync(DispatchCommand command, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(HttpMethod.Delete, command, null, cancellationToken);
        return answer?.Status == System.Net.HttpStatusCode.NotFound ? SiteAnswer.Taken : SiteCall.Judge(answer);
    }

    public async Task<SiteSight> LookAsync(DispatchCommand command, CancellationToken cancellationToken) =>
        await AskAsync(HttpMethod.Get, command, null, cancellationToken) is { Body: { ValueKind: JsonValueKind.Object } body }
            && body.TryGetProperty("state", out var state) && KebabCase.TryParse<SiteSight>(state.ToString(), out var sight) ? sight : SiteSight.Unknown;

    /// <summary>As a site checks it.</summary>
    public static string Signature(string method, string key, string body, string secret, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{seconds}.{method}.{key}.{body}");
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    Task<(System.Net.HttpStatusCode Status, JsonElement? Body, string Text)?> AskAsync(
        HttpMethod method, DispatchCommand command, string? body, CancellationToken cancellationToken) => _call.AskAsync(
            method, new($"{address.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(command.Key)}"), body, "application/json",
            [("Idempotency-Key", command.Key), ("DcOps-Signature", Signature(method.Method, command.Key, body ?? "", secret, time.GetUtcNow()))],
            cancellationToken);
}
