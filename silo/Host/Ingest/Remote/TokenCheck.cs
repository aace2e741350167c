namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>Who a remote collector is, by its token; and how it is told no.</summary>
sealed partial class TokenCheck(IngestSettings settings, ILogger<TokenCheck> logger)
{
    const string Scheme = "Bearer ";

    /// <summary>Null when the token is missing or unknown: then the request has been answered.</summary>
    public async Task<Enrolment?> EnrolmentAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var hash = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Enrolment.Hash(header[Scheme.Length..]) : [];
        if (settings.Enrolments.FirstOrDefault(enrolment => enrolment.IsOf(hash)) is { } found)
            return found;

        await RefuseAsync(context, StatusCodes.Status401Unauthorized, "token", "The token is missing or unknown here.");
        return null;
    }

    /// <param name="reason">Counts it in <c>dcops_ingest_refused_deliveries_total</c>.</param>
    public Task RefuseAsync(HttpContext context, int status, string reason, string sentence)
    {
        SiloMetrics.DeliveriesRefused.WithLabels(reason).Inc();
        LogRefused(context.Connection.RemoteIpAddress, context.Request.Path, sentence);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Warning, "{Path} from {Remote} refused: {Reason}")]
    partial void LogRefused(System.Net.IPAddress? remote, string path, string reason);
}
