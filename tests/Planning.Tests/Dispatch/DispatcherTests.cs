using DcOps.Domain.Scheduling.Dispatch;
using DcOps.Domain.Scheduling.Model;
using DcOps.Planning.Dispatch;
using DcOps.Testing;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Planning.Tests.Dispatch;

/// <summary>From a plan in force to sites that have it, and back: nothing twice, nothing lost, nothing too fast.</summary>
public sealed class DispatcherTests : IDisposable
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    static readonly DispatchTerms Terms = new(IsShadow: false, TimeSpan.FromMinutes(30), RampKw: 100, MostRecalls: 2, TimeSpan.FromMinutes(30));

    readonly ScratchFolder _folder = new();
    readonly FakeTimeProvider _time = new(Start);
    readonly PlayedSite _site = new();
    readonly List<IDisposable> _open = [];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_sent_accepted_and_verified_once_it_is_seen_to_run()
    {
        var (journal, dispatcher) = Open();
        var job = Job("J1");

        Assert.Equal(0, await dispatcher.StepAsync([job], Token));
        Assert.Equal(DispatchState.Accepted, journal.Book.Find(job.Key)!.State);
        _time.Advance(TimeSpan.FromMinutes(20));
        _site.Sight = SiteSight.Running;
        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job], Token);

        Assert.Equal(DispatchState.Verified, journal.Book.Find(job.Key)!.State);
        Assert.Single(_site.Placed);
    }

    [Fact]
    public async Task A_job_is_not_sent_before_its_time()
    {
        var (journal, dispatcher) = Open();

        await dispatcher.StepAsync([Job("J1", from: Start.AddHours(2))], Token);

        Assert.Empty(journal.Book.Records);
        Assert.Empty(_site.Placed);
    }

    [Fact]
    public async Task An_adapter_that_answers_late_is_asked_again_under_the_same_key_and_the_site_begins_one_job()
    {
        _site.Answers.Enqueue(SiteVerdict.Unknown);
        _site.Answers.Enqueue(SiteVerdict.Unknown);
        var (journal, dispatcher) = Open();
        var job = Job("J1");

        await dispatcher.StepAsync([job], Token);
        Assert.Equal(DispatchState.Sent, journal.Book.Find(job.Key)!.State);
        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job], Token);

        Assert.Equal(DispatchState.Accepted, journal.Book.Find(job.Key)!.State);
        Assert.Equal([job.Key, job.Key, job.Key], _site.Placed);
        Assert.Single(_site.Running);
    }

    [Fact]
    public void An_adapter_that_answers_twice_changes_nothing_the_second_time()
    {
        var (journal, _) = Open();
        var job = Job("J1");
        Assert.True(journal.Write(new(job.Key, DispatchState.Sent, Start, job, null)));

        Assert.True(journal.Write(new(job.Key, DispatchState.Accepted, Start, null, "yes")));
        Assert.False(journal.Write(new(job.Key, DispatchState.Accepted, Start, null, "yes")));
        Assert.False(journal.Write(new(job.Key, DispatchState.Refused, Start, null, "no")));

        Assert.Equal((DispatchState.Accepted, "yes"), (journal.Book.Find(job.Key)!.State, journal.Book.Find(job.Key)!.Text));
        Assert.False(journal.Write(new("nothing", DispatchState.Accepted, Start, null, null)));
    }

    [Fact]
    public async Task A_refused_job_is_not_sent_again_and_the_refusal_is_kept()
    {
        _site.Answers.Enqueue(SiteVerdict.Refused);
        var (journal, dispatcher) = Open();
        var job = Job("J1");

        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job], Token);

        Assert.Equal(DispatchState.Refused, journal.Book.Find(job.Key)!.State);
        Assert.Single(_site.Placed);
    }

    [Fact]
    public async Task A_restart_between_sending_and_the_answer_asks_again_under_the_same_key()
    {
        _site.Answers.Enqueue(SiteVerdict.Unknown);
        var (journal, dispatcher) = Open();
        var job = Job("J1");
        await dispatcher.StepAsync([job], Token);
        journal.Dispose();
        // The kill came in the middle of a line.
        await File.AppendAllTextAsync(_folder.Of("dispatch.jsonl"), "{\"Key\":\"J1.NJ", Token);

        var (again, restarted) = Open();
        await restarted.StepAsync([job], Token);

        Assert.Equal(DispatchState.Accepted, again.Book.Find(job.Key)!.State);
        Assert.Equal(2, _site.Placed.Count);
        Assert.Single(_site.Running);
    }

    [Fact]
    public async Task Two_plans_that_say_the_same_send_a_job_once_and_one_that_moves_it_takes_it_back_first()
    {
        var (journal, dispatcher) = Open();
        var job = Job("J1");
        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job with { Plan = "P-0002" }], Token);
        Assert.Single(_site.Placed);

        var moved = job with { Plan = "P-0003", From = job.From.AddMinutes(10), To = job.To.AddMinutes(10) };
        await dispatcher.StepAsync([moved], Token);

        Assert.Equal(DispatchState.RolledBack, journal.Book.Find(job.Key)!.State);
        Assert.Equal(moved.Key, Assert.Single(_site.Running));
    }

    [Fact]
    public async Task A_facility_is_given_no_more_than_its_ramp_in_a_quarter_hour()
    {
        var (_, dispatcher) = Open();
        DispatchCommand[] jobs = [Job("J1", kilowatts: 60), Job("J2", kilowatts: 60), Job("J3", kilowatts: 40)];

        Assert.Equal(1, await dispatcher.StepAsync(jobs, Token));
        Assert.Equal(1, await dispatcher.StepAsync(jobs, Token));
        Assert.Equal(2, _site.Running.Count);
        _time.Advance(DispatchTerms.Window);

        Assert.Equal(0, await dispatcher.StepAsync(jobs, Token));
        Assert.Equal(3, _site.Running.Count);
    }

    [Fact]
    public async Task A_plan_that_is_withdrawn_is_taken_back_no_faster_than_churn_may_be()
    {
        var (_, dispatcher) = Open();
        DispatchCommand[] jobs = [Job("J1"), Job("J2"), Job("J3")];
        await dispatcher.StepAsync(jobs, Token);

        Assert.Equal(1, await dispatcher.StepAsync([], Token));
        Assert.Single(_site.Running);
        _time.Advance(DispatchTerms.Window);
        Assert.Equal(0, await dispatcher.StepAsync([], Token));

        Assert.Empty(_site.Running);
    }

    [Fact]
    public async Task A_job_that_is_not_seen_to_run_in_time_is_rolled_back()
    {
        var (journal, dispatcher) = Open();
        var job = Job("J1");
        await dispatcher.StepAsync([job], Token);
        _time.Advance(TimeSpan.FromMinutes(20) + Terms.VerifyWithin + TimeSpan.FromMinutes(1));

        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job], Token);

        Assert.Equal(DispatchState.RolledBack, journal.Book.Find(job.Key)!.State);
        Assert.Empty(_site.Running);
        Assert.Single(_site.Placed);
    }

    [Fact]
    public async Task The_kill_switch_stops_everything_over_a_restart_until_it_is_taken_back()
    {
        var (_, dispatcher) = Open();
        new KillSwitch(_folder.Of("stopped.txt")).Stop("Li", "a chiller is off");
        Assert.Equal(1, await dispatcher.StepAsync([Job("J1")], Token));

        var stop = new KillSwitch(_folder.Of("stopped.txt"));
        Assert.Equal("Li: a chiller is off", stop.Stopped);
        Assert.Empty(_site.Placed);
        stop.GoOn();
        Assert.Equal(0, await dispatcher.StepAsync([Job("J1")], Token));
        Assert.Single(_site.Placed);
    }

    [Fact]
    public async Task Shadow_mode_writes_down_what_it_would_have_sent_and_sends_nothing()
    {
        var (journal, dispatcher) = Open(Terms with { IsShadow = true });
        var job = Job("J1");

        await dispatcher.StepAsync([job], Token);
        await dispatcher.StepAsync([job], Token);

        Assert.Equal((DispatchState.Shadow, null), (journal.Book.Find(job.Key)!.State, journal.Book.Find(job.Key)!.SentAt));
        Assert.Empty(_site.Placed);
    }

    public void Dispose()
    {
        _open.ForEach(each => each.Dispose());
        _folder.Dispose();
    }

    static DispatchCommand Job(string id, double kilowatts = 10, DateTimeOffset? from = null) => new(
        "P-0001", id, "T01", "NJ-01", PoolKind.Gpu, from ?? Start.AddMinutes(20), (from ?? Start.AddMinutes(20)).AddHours(2), 8, kilowatts,
        new(24, 15, 12));

    (DispatchJournal Journal, Dispatcher Dispatcher) Open(DispatchTerms? terms = null)
    {
        var journal = new DispatchJournal(_folder.Of("dispatch.jsonl"));
        var dispatcher = new Dispatcher(
            journal, terms ?? Terms, new KillSwitch(_folder.Of("stopped.txt")), new Dictionary<string, ISiteAdapter> { ["NJ-01"] = _site }, _time);
        _open.AddRange([journal, dispatcher]);
        return (journal, dispatcher);
    }
}
