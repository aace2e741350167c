using DcOps.Contracts.Collectors;

namespace DcOps.Silo.Host.Ingest.Remote;

/// <summary>Takes the reports of remote collectors.</summary>
sealed class ReportEndpoint(ICollectorReports reports, TokenCheck tokens)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (await tokens.EnrolmentAsync(context) is not { } enrolment)
            return;

        if (context.Request.ContentLength is not (> 0 and <= CollectorReportJson.MostBytes))
        {
            await tokens.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "unreadable", "A report has a length, and is short.");
            return;
        }

        var body = new byte[(int)context.Request.ContentLength.Value];
        await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
        if (CollectorReportJson.Decode(body) is not { } report)
            await tokens.RefuseAsync(context, StatusCodes.Status400BadRequest, "unreadable", "The report cannot be read.");
        else if (!string.Equals(report.Name, enrolment.Collector, StringComparison.Ordinal))
            await tokens.RefuseAsync(context, StatusCodes.Status403Forbidden, "scope", $"The token is of collector '{enrolment.Collector}', the report of '{report.Name}'.");
        else
            await reports.SendAsync(report, context.RequestAborted);
    }
}
