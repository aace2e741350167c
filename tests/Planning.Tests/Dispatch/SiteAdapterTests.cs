using System.Net;
using System.Text.Json;
using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Scheduling.Model;
using DcOps.Planning.Dispatch;
using DcOps.Planning.Dispatch.Sites;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>Each adapter against an emulated endpoint: it takes, refuses, is late, and is asked twice.</summary>
public sealed class SiteAdapterTests
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly DispatchCommand Command = new(
        "P-0001", "4711", "T01", "NJ-01", PoolKind.Gpu, Start, Start.AddHours(2), 8, 6.4, new(14, 9, 7));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_signed_over_method_key_and_body_and_carries_the_key()
    {
        using var site = new EmulatedSite((_, _) => (HttpStatusCode.OK, "{\"state\":\"running\"}"));
        var adapter = new WebhookSite(site.Client(), new("https://site.example/jobs"), "s3cret", new FakeTimeProvider(Start));

        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);
        Assert.Equal(SiteSight.Running, await adapter.LookAsync(Command, Token));

        var (line, body, request) = site.Asked[0];
        Assert.Equal($"PUT /jobs/{Uri.EscapeDataString(Command.Key)}", line);
        Assert.Equal(Command.Key, request.Headers.GetValues("Idempotency-Key").Single());
        Assert.Equal(WebhookSite.Signature("PUT", Command.Key, body, "s3cret", Start), request.Headers.GetValues("DcOps-Signature").Single());
        Assert.Equal((8, "gpu"), (JsonDocument.Parse(body).RootElement.GetProperty("units").GetInt32(), JsonDocument.Parse(body).RootElement.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, SiteVerdict.Refused)]
    [InlineData(HttpStatusCode.Unauthorized, SiteVerdict.Refused)]
    [InlineData(HttpStatusCode.TooManyRequests, SiteVerdict.Unknown)]
    [InlineData(HttpStatusCode.BadGateway, SiteVerdict.Unknown)]
    public async Task A_webhook_that_refuses_is_told_from_one_that_cannot_say(HttpStatusCode status, SiteVerdict verdict)
    {
        using var site = new EmulatedSite((_, _) => (status, "no"));
        var adapter = new WebhookSite(site.Client(), new("https://site.example"), "k", new FakeTimeProvider(Start));

        Assert.Equal(verdict, (await adapter.PlaceAsync(Command, Token)).Verdict);
    }

    [Fact]
    public async Task Kueue_is_given_the_queue_label_by_a_merge_patch_and_a_repeated_command_patches_nothing()
    {
        var cluster = new EmulatedKueue();
        using var site = new EmulatedSite(cluster.Answer) { };
        var adapter = new KueueSite(site.Client(), new("https://k8s.example:6443"), "research", "gpu-queue", "token");

        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);
        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);

        var patch = Assert.Single(site.Asked, asked => asked.Line.StartsWith("PATCH", StringComparison.Ordinal));
        Assert.Equal("PATCH /apis/batch/v1/namespaces/research/jobs/4711", patch.Line);
        Assert.Equal("application/merge-patch+json", patch.Request.Content!.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer token", patch.Request.Headers.Authorization!.ToString());
        Assert.Equal(("gpu-queue", Command.Key), (cluster.Queue, cluster.Command));
        Assert.Equal(SiteSight.Running, await adapter.LookAsync(Command, Token));
    }

    [Fact]
    public async Task Kueue_whose_answer_was_lost_is_found_to_have_it_already()
    {
        var cluster = new EmulatedKueue();
        using var site = new EmulatedSite(cluster.Answer);
        var adapter = new KueueSite(site.Client(), new("https://k8s.example:6443"), "research", "gpu-queue", "token");
        await adapter.LookAsync(Command, Token);
        cluster.LosePatch = () => site.LoseNext = 1;

        Assert.Equal(SiteVerdict.Unknown, (await adapter.PlaceAsync(Command, Token)).Verdict);
        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);

        Assert.Single(site.Asked, asked => asked.Line.StartsWith("PATCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Kueue_takes_a_job_back_by_suspending_it_and_one_that_runs_outside_the_plan_is_left_alone()
    {
        var cluster = new EmulatedKueue();
        using var site = new EmulatedSite(cluster.Answer);
        var adapter = new KueueSite(site.Client(), new("https://k8s.example:6443"), "research", "gpu-queue", "token");
        await adapter.PlaceAsync(Command, Token);

        Assert.Equal(SiteVerdict.Taken, (await adapter.RecallAsync(Command, Token)).Verdict);
        Assert.Equal((true, null), (cluster.IsSuspended, cluster.Queue));
        cluster.IsSuspended = false;
        var refused = await adapter.PlaceAsync(Command, Token);

        Assert.Equal(SiteVerdict.Refused, refused.Verdict);
        Assert.Contains("not suspended", refused.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slurm_is_given_partition_begin_and_release_and_a_repeated_command_changes_nothing()
    {
        var cluster = new EmulatedSlurm();
        using var site = new EmulatedSite(cluster.Answer);
        var adapter = new SlurmSite(site.Client(), new("http://slurm.example:6820"), "gpu", "dcops", "jwt");

        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);
        Assert.Equal(SiteVerdict.Taken, (await adapter.PlaceAsync(Command, Token)).Verdict);

        var post = Assert.Single(site.Asked, asked => asked.Line.StartsWith("POST", StringComparison.Ordinal));
        Assert.Equal("POST /slurm/v0.0.40/job/4711", post.Line);
        Assert.Equal(("dcops", "jwt"), (post.Request.Headers.GetValues("X-SLURM-USER-NAME").Single(), post.Request.Headers.GetValues("X-SLURM-USER-TOKEN").Single()));
        var body = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal(("gpu", Start.ToUnixTimeSeconds(), false), (body.GetProperty("partition").GetString(), body.GetProperty("begin_time").GetInt64(), body.GetProperty("hold").GetBoolean()));
        Assert.Equal(SiteSight.Running, await adapter.LookAsync(Command, Token));
        Assert.Equal(SiteVerdict.Taken, (await adapter.RecallAsync(Command, Token)).Verdict);
        Assert.Equal((true, ""), (cluster.IsHeld, cluster.Comment));
    }

    [Fact]
    public async Task Slurm_refuses_in_its_errors_and_a_job_without_a_number_is_refused_unasked()
    {
        var cluster = new EmulatedSlurm { Fault = "Invalid partition name specified" };
        using var site = new EmulatedSite(cluster.Answer);
        var adapter = new SlurmSite(site.Client(), new("http://slurm.example:6820"), "gpu", "dcops", "jwt");

        var refused = await adapter.PlaceAsync(Command, Token);
        Assert.Equal(SiteVerdict.Refused, refused.Verdict);
        Assert.Contains("Invalid partition", refused.Text!, StringComparison.Ordinal);
        var asked = site.Asked.Count;
        Assert.Equal(SiteVerdict.Refused, (await adapter.PlaceAsync(Command with { Job = "train" }, Token)).Verdict);
        Assert.Equal(asked, site.Asked.Count);
    }

    [Fact]
    public async Task A_manual_site_is_in_doubt_until_a_person_says()
    {
        var site = new ManualSite();
        Assert.Equal(SiteVerdict.Unknown, (await site.PlaceAsync(Command, Token)).Verdict);

        site.Tell(Command.Key, SiteAnswer.Taken, SiteSight.Running);

        Assert.Equal(SiteVerdict.Taken, (await site.PlaceAsync(Command, Token)).Verdict);
        Assert.Equal(SiteSight.Running, await site.LookAsync(Command, Token));
    }
}
