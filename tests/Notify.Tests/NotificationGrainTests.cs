using System.Collections.Concurrent;
using DcOps.Contracts.Alarms;
using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace DcOps.Notify.Tests;

/// <summary>The grain that plans, stores and has it carried, in a silo of its own, over a store and a sender that the test commands.</summary>
public sealed class NotificationGrainTests : IAsyncLifetime
{
    static readonly NotificationPolicy Policy = new(
        [new("all", AlarmPriority.Major, new(), null, [new(TimeSpan.Zero, "", ["ops"]), new(TimeSpan.FromMinutes(10), "", ["boss"])])],
        TimeSpan.Zero, TimeSpan.Zero, 20, TimeSpan.FromMinutes(10));

    readonly FakeTimeProvider _time = new(Sample.Start);
    readonly CommandedStore _store = new();
    readonly CommandedSender _sender = new();
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await StartAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_notice_is_stored_before_it_is_sent_and_its_delivery_after()
    {
        _store.Note = _sender.Note = new();

        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new())).Any(each => each.Record.DeliveredAt is not null));

        Assert.Equal(["stored", "sent", "stored"], _store.Note);
        Assert.Equal("ops", Assert.Single(_sender.Sent).Target);
    }

    [Fact]
    public async Task What_fails_is_tried_again_under_the_same_key_until_it_arrives()
    {
        _sender.Answer = attempt => attempt < 3 ? new("ops", "answered 500") : new("ops", null);

        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(30));
            return (await Grain.Deliveries(new(Target: "ops"))).Any(each => each.Record.DeliveredAt is not null);
        });

        // A slow machine may reach the next step of the route meanwhile: that is another notice, with tries of its own.
        var told = _sender.Sent.Where(notice => notice.Target == "ops").ToList();
        Assert.Equal(3, told.Count);
        Assert.Single(told.Select(notice => notice.Key).Distinct());
    }

    [Fact]
    public async Task Nobody_is_told_while_the_store_is_away_and_everybody_after()
    {
        _store.IsAway = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true).AsTask());
        Assert.Empty(_sender.Sent);
        _store.IsAway = false;

        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(!_sender.Sent.IsEmpty);
        });
        Assert.Equal("ops", Assert.Single(_sender.Sent).Target);
    }

    [Fact]
    public async Task After_a_restart_what_did_not_arrive_goes_out_again_under_its_key_and_what_arrived_does_not()
    {
        _sender.Answer = _ => new("ops", null);
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new())).Any(each => each.Record.DeliveredAt is not null));
        _sender.Answer = _ => new("ops", "answered 500");
        await Grain.Report("NJ-01", [Sample.Incident(2)], isWhole: false);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 2));
        await _cluster.KillSiloAsync(_cluster.Silos[0], TestContext.Current.CancellationToken);
        await _cluster.DisposeAsync();
        var before = _sender.Sent.ToList();
        _sender.Answer = _ => new("ops", null);

        _cluster = await StartAsync();
        await Grain.Report("NJ-01", [Sample.Incident(1), Sample.Incident(2)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count > before.Count));

        var again = _sender.Sent.Skip(before.Count).ToList();
        Assert.All(again, notice => Assert.Equal(Sample.IdOf(2), notice.Incident));
        Assert.Equal(before[^1].Key, again[0].Key);
    }

    [Fact]
    public async Task Told_again_it_changes_nothing_and_what_is_missing_from_the_whole_is_over()
    {
        await Grain.Report("NJ-01", [Sample.Incident(1), Sample.Incident(2)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 2));
        await Grain.Report("NJ-01", [Sample.Incident(1), Sample.Incident(2)], isWhole: true);

        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 3));

        var over = _sender.Sent.Last();
        Assert.Equal((NoticeKind.Returned, Sample.IdOf(2)), (over.Kind, over.Incident));
    }

    [Fact]
    public async Task What_absorbed_an_incident_that_was_told_is_not_told_again_by_any_later_change()
    {
        await Grain.Report("NJ-01", [Sample.Incident(2)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 1));

        // A change tells what was absorbed once; the changes after it do not.
        await Grain.Report("NJ-01", [Sample.Incident(1) with { Absorbed = [Sample.IdOf(2)] }], isWhole: false);
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: false);
        await Grain.Report("NJ-01", [Sample.Incident(3)], isWhole: false);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Any(notice => notice.Incident == Sample.IdOf(3))));

        Assert.DoesNotContain(_sender.Sent, notice => notice.Incident == Sample.IdOf(1));
    }

    [Fact]
    public async Task After_a_restart_the_whole_says_what_was_absorbed_and_nothing_of_it_is_over()
    {
        await Grain.Report("NJ-01", [Sample.Incident(2)], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new())).Any(each => each.Record.DeliveredAt is not null));
        await _cluster.KillSiloAsync(_cluster.Silos[0], TestContext.Current.CancellationToken);
        await _cluster.DisposeAsync();
        _cluster = await StartAsync();

        await Grain.Report("NJ-01", [Sample.Incident(1) with { Absorbed = [Sample.IdOf(2), Sample.IdOf(4)] }], isWhole: true);
        await Grain.Report("NJ-01", [Sample.Incident(1), Sample.Incident(3)], isWhole: false);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Any(notice => notice.Incident == Sample.IdOf(3))));

        Assert.Equal([Sample.IdOf(2), Sample.IdOf(3)], _sender.Sent.Select(notice => notice.Incident).Distinct().Order());
        Assert.All(_sender.Sent, notice => Assert.Equal(NoticeKind.Raised, notice.Kind));
    }

    [Fact]
    public async Task While_nobody_acknowledges_the_next_step_is_told()
    {
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 1));
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(_sender.Sent.Count == 2);
        });

        Assert.Equal((NoticeKind.Escalated, "boss"), (_sender.Sent.Last().Kind, _sender.Sent.Last().Target));
    }

    [Fact]
    public async Task A_storm_of_less_than_critical_ones_is_held_back_and_counted_and_nothing_is_lost()
    {
        await Grain.Report("NJ-01", [.. Enumerable.Range(1, 1_000).Select(number => Sample.Incident(number, AlarmPriority.Major))], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new(Most: 1_000))).Count(each => each.Record.DeliveredAt is not null) == 1);

        // More than anybody can read: one is told, and with the next the others are counted.
        var all = await Grain.Deliveries(new(Most: 1_000));
        Assert.Single(_sender.Sent);
        Assert.Equal(1_000, all.Length);
        Assert.Equal(999, all.Count(each => each.Record.IsLimited));
        Assert.Equal(1_000, (await _store.LoadAsync(TestContext.Current.CancellationToken)).Length);
        await UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromSeconds(20));
            return Task.FromResult(_sender.Sent.Any(notice => notice is { Target: "ops", HeldBack: > 0 }));
        });
        Assert.Equal(998, _sender.Sent.First(notice => notice is { Target: "ops", HeldBack: > 0 }).HeldBack);
    }

    [Fact]
    public async Task What_is_refused_for_ever_is_known_after_a_restart_and_not_tried_again()
    {
        _sender.Answer = _ => new("ops", "refused with 403", IsFinal: true);
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new(Target: "ops"))).Any(each => each.Record.Refusal is not null));
        await _cluster.DisposeAsync();

        _cluster = await StartAsync();
        await Grain.Report("NJ-01", [Sample.Incident(1), Sample.Incident(2)], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Any(notice => notice.Incident == Sample.IdOf(2))));

        Assert.Single(_sender.Sent, notice => notice.Incident == Sample.IdOf(1));
        var delivery = Assert.Single(await Grain.Deliveries(new(Sample.IdOf(1))));
        Assert.Equal(("refused with 403", (DateTimeOffset?)null), (delivery.LastFault, delivery.NextTryAt));
    }

    [Fact]
    public async Task What_ended_unseen_is_told_as_soon_as_its_own_facility_speaks()
    {
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);
        await UntilAsync(async () => (await Grain.Deliveries(new())).Any(each => each.Record.DeliveredAt is not null));
        await _cluster.DisposeAsync();

        // Of three facilities two never speak.
        _cluster = await StartAsync(facilities: 3);
        await Grain.Report("NJ-01", [], isWhole: true);
        await UntilAsync(() => Task.FromResult(_sender.Sent.Count == 2));

        Assert.Equal((NoticeKind.Returned, Sample.IdOf(1)), (_sender.Sent.Last().Kind, _sender.Sent.Last().Incident));
    }

    [Fact]
    public async Task A_silence_holds_a_notice_back_says_whose_it_is_and_lets_it_go_when_it_ends()
    {
        var silence = new NoticeSilence("s1", "li", "drill", Sample.Start, Sample.Start.AddHours(1), [new("facility", "NJ-.*", IsRegex: true, IsEqual: true)]);
        _sender.Silences = [silence];
        await Grain.Report("NJ-01", [Sample.Incident(1)], isWhole: true);

        Assert.Equal("li: drill (s1)", Assert.Single(await Grain.Deliveries(new())).Record.Silence);
        Assert.Equal((0, 1), Assert.Single(await Grain.Channels()) is { } state ? (state.Waiting, state.HeldBack) : default);
        Assert.Empty(_sender.Sent);
        _sender.Silences = [];
        await UntilAsync(async () => (await Grain.Deliveries(new(Target: "ops"))).Any(each => each.Record.DeliveredAt is not null));

        Assert.Equal((NoticeKind.Raised, "ops"), (_sender.Sent.First().Kind, _sender.Sent.First().Target));
    }

    INotificationGrain Grain => _cluster.Client.GetGrain<INotificationGrain>("JS");

    async Task<InProcessTestCluster> StartAsync(int facilities = 1)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSiloHost((_, host) => host.Services.AddSingleton(
            new NotificationParts(Policy, ImmutableDictionary<string, DutyRoster>.Empty, _store, _sender, facilities, _time)));
        var cluster = builder.Build();
        await cluster.DeployAsync(TestContext.Current.CancellationToken);
        return cluster;
    }

    static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await holds())
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
    }

    sealed class CommandedStore : INoticeStore
    {
        readonly ConcurrentDictionary<AlarmId, NoticeRecord> _records = [];

        public ConcurrentQueue<string>? Note { get; set; }

        public volatile bool IsAway;

        public Task<ImmutableArray<NoticeRecord>> LoadAsync(CancellationToken cancellationToken) =>
            IsAway ? throw new IOException("away") : Task.FromResult<ImmutableArray<NoticeRecord>>([.. _records.Values]);

        public Task SaveAsync(ImmutableArray<NoticeRecord> records, CancellationToken cancellationToken)
        {
            if (IsAway)
                throw new IOException("away");
            foreach (var record in records)
                _records[record.Key] = record;
            Note?.Enqueue("stored");
            return Task.CompletedTask;
        }

        public Task ForgetAsync(ImmutableArray<AlarmId> incidents, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed class CommandedSender : INoticeSender
    {
        public ConcurrentQueue<Notice> Sent { get; } = new();

        public ConcurrentQueue<string>? Note { get; set; }

        /// <summary>What is answered to the first, second … try of one notice.</summary>
        public Func<int, SentNotice> Answer { get; set; } = _ => new("ops", null);

        public ImmutableArray<ChannelState> Channels => [new("ops", "webhook", null, 0, 0, null, [])];

        public ImmutableArray<NoticeSilence>? Silences { get; set; } = [];

        public string? ChannelOf(string target) => "ops";

        public Task<SentNotice> SendAsync(Notice notice, NotifiedIncident incident, CancellationToken cancellationToken)
        {
            Sent.Enqueue(notice);
            Note?.Enqueue("sent");
            return Task.FromResult(Answer(Sent.Count(each => each.Key == notice.Key)));
        }

        public Task ShowAsync(ImmutableArray<NotifiedIncident> open, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
