using Microsoft.AspNetCore.Http;

namespace DcOps.Dashboard;

/// <summary>Answers 404 with the page's own words: set at once, the status would make the renderer drop the body.</summary>
static class NotFoundAnswer
{
    public static void AnswerNotFound(this HttpContext? context) => context?.Response.OnStarting(() =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
