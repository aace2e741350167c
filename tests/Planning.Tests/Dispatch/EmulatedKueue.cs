using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>One suspended Job of a cluster whose Kueue admits at once what carries a queue's name.</summary>
sealed class EmulatedKueue
{
    public bool IsSuspended { get; set; } = true;

    public string? Queue { get; private set; }

    public string? Command { get; private set; }

    /// <summary>Called when the next patch has been taken, before its answer goes.</summary>
    public Action? LosePatch { get; set; }

    public (HttpStatusCode Status, string Body) Answer(HttpRequestMessage request, string body)
    {
        if (request.Method == HttpMethod.Patch)
            Take(JsonDocument.Parse(body).RootElement);
        var job = new JsonObject
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new JsonObject
            {
                ["name"] = "4711",
                ["labels"] = Queue is null ? new JsonObject() : new JsonObject { ["kueue.x-k8s.io/queue-name"] = Queue },
                ["annotations"] = Command is null ? new JsonObject() : new JsonObject { ["dcops/command"] = Command },
            },
            ["spec"] = new JsonObject { ["suspend"] = IsSuspended },
            ["status"] = IsSuspended ? new JsonObject() : new JsonObject { ["active"] = 1 },
        };
        return (HttpStatusCode.OK, job.ToJsonString());
    }

    void Take(JsonElement patch)
    {
        var metadata = patch.GetProperty("metadata");
        Queue = metadata.GetProperty("labels").GetProperty("kueue.x-k8s.io/queue-name").GetString();
        Command = metadata.GetProperty("annotations").GetProperty("dcops/command").GetString();
        IsSuspended = Queue is null;
        LosePatch?.Invoke();
        LosePatch = null;
    }
}
