using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>slurmrestd with one held job.</summary>
sealed class EmulatedSlurm
{
    public bool IsHeld { get; private set; } = true;

    public string Comment { get; private set; } = "";

    /// <summary>What every change is refused with; null takes them.</summary>
    public string? Fault { get; init; }

    public (HttpStatusCode Status, string Body) Answer(HttpRequestMessage request, string body)
    {
        if (request.Method == HttpMethod.Post)
        {
            if (Fault is not null)
                return (HttpStatusCode.OK, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["error"] = Fault, ["error_number"] = 2000 }) }.ToJsonString());
            var change = JsonDocument.Parse(body).RootElement;
            (IsHeld, Comment) = (change.GetProperty("hold").GetBoolean(), change.GetProperty("comment").GetString()!);
            return (HttpStatusCode.OK, "{\"results\":[],\"errors\":[]}");
        }

        var job = new JsonObject { ["job_id"] = 4711, ["comment"] = Comment, ["job_state"] = new JsonArray(IsHeld ? "PENDING" : "RUNNING") };
        return (HttpStatusCode.OK, new JsonObject { ["jobs"] = new JsonArray(job), ["errors"] = new JsonArray() }.ToJsonString());
    }
}
