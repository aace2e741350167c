using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Walking;

/// <summary>What a poll leaves out because of what it knows of a device's tables, and how soon it sees that they have changed.</summary>
public sealed class TrustedRowsTests
{
    const string Status = "1.3.6.1.4.1.318.1.1.26.4.3.1";
    const string Phases = "1.3.6.1.4.1.318.1.1.26.6.3.1";
    const string Alarms = "1.3.6.1.2.1.33.1.6.2.1";
    readonly WalkRun _run = new(Plans.Of([], [$"{Alarms}.2", $"{Alarms}.3", $"{Status}.5", $"{Status}.9", $"{Phases}.5", $"{Phases}.6"]));

    [Fact]
    public void A_poll_of_known_tables_asks_for_each_row_and_of_an_empty_table_for_one_column()
    {
        _run.Poll(Agent());

        var (values, faults) = _run.Poll(Agent());

        var request = Assert.Single(_run.Asked);
        Assert.Equal(
            ["1.3.6.1.2.1.1.3", $"{Alarms}.2", $"{Status}.5", $"{Status}.9", $"{Phases}.5", $"{Phases}.6"],
            request.Variables.Select(variable => variable.Name.ToString()));
        Assert.Equal((4, 3), (request.First, request.Second));
        Assert.Equal(8 + 1, values.Length);
        Assert.Empty(faults);
    }

    [Fact]
    public void The_first_row_of_an_empty_table_is_seen_at_once_with_all_of_its_columns()
    {
        _run.Poll(Agent());

        var (values, faults) = _run.Poll(Agent(alarms: 2));

        Assert.Equal(2, values.Count(value => value.Address.StartsWith($"{Alarms}.2.", StringComparison.Ordinal)));
        Assert.Equal(2, values.Count(value => value.Address.StartsWith($"{Alarms}.3.", StringComparison.Ordinal)));
        Assert.Empty(faults);
    }

    [Fact]
    public void A_table_that_has_changed_once_is_looked_at_to_its_end_in_every_poll()
    {
        _run.Poll(Agent());
        _run.Poll(Agent(alarms: 1));
        for (var alarms = 2; alarms < 30; alarms++)
        {
            var (values, _) = _run.Poll(Agent(alarms));

            Assert.Equal(alarms, values.Count(value => value.Address.StartsWith($"{Alarms}.2.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_row_that_has_come_to_a_table_is_seen_within_sixteen_polls()
    {
        _run.Poll(Agent());

        var counts = Enumerable.Range(0, 16).Select(_ => _run.Poll(Agent(phases: 40)).Values.Length - 1).ToList();

        Assert.Equal(2 + 80, counts[^1]);
    }

    [Fact]
    public void A_row_that_is_gone_is_seen_at_once_and_named()
    {
        _run.Poll(Agent());

        var (values, faults) = _run.Poll(Agent(phases: 2));

        Assert.Equal(2 + 4 + 1, values.Length);
        Assert.Equal(
            [WalkFaultKind.Shrunk, WalkFaultKind.Shrunk], faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void A_device_that_has_changed_is_looked_at_to_every_end_in_the_next_poll()
    {
        _run.Poll(Agent());

        _run.Limits.Doubt();

        Assert.Equal(2 + 80 + 1, _run.Poll(Agent(phases: 40)).Values.Length);
    }

    [Fact]
    public void A_version_1_agent_is_asked_for_each_row_and_for_no_end()
    {
        var run = new WalkRun(Plans.Of([], [$"{Phases}.5"]), SnmpVersion.V1);
        run.Poll(Agent(version: SnmpVersion.V1));

        var (values, _) = run.Poll(Agent(version: SnmpVersion.V1));

        Assert.Equal(4, values.Length);
        Assert.Equal([PduKind.GetRequest, PduKind.GetNextRequest, PduKind.GetNextRequest, PduKind.GetNextRequest], run.Asked.Select(request => request.Kind));
        Assert.All(run.Asked, request => Assert.Equal((0, 0), (request.First, request.Second)));
    }

    [Fact]
    public void An_agent_that_answers_as_it_should_is_never_taken_for_a_confused_one()
    {
        (string Column, int Rows)[] columns =
        [
            .. Enumerable.Range(1, 15).Select(column => ($"{Status}.{column}", 1)),
            .. Enumerable.Range(1, 4).Select(column => ($"{Phases}.{column}", 3)),
            .. Enumerable.Range(1, 4).Select(column => ($"1.3.6.1.4.1.318.1.1.26.10.2.2.1.{column}", 2)),
            ("1.3.6.1.4.1.318.1.1.26.11.1", 5),
        ];
        var tree = new ObjectTree(
        [
            .. columns.SelectMany(entry => Rows(entry.Column, entry.Rows)),
            (ObjectIdentifier.Parse(Plans.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]);
        var answer = new RequestAnswer(tree);
        for (var left = 0; left < columns.Length; left++)
        {
            var run = new WalkRun(Plans.Of([], [.. columns.Where((_, index) => index != left).Select(entry => entry.Column)]));
            for (var poll = 0; poll < 20; poll++)
            {
                var (values, faults) = run.Poll(request => answer.To(request, SnmpVersion.V2c, room: 700 + (60 * (poll % 7)) + (100 * (left % 5))));

                Assert.Equal(columns.Where((_, index) => index != left).Sum(entry => entry.Rows) + 1, values.Length);
                Assert.Empty(faults);
                Assert.True(run.Limits.TakesNonRepeaters);
            }
        }
    }

    [Fact]
    public void An_agent_that_repeats_what_it_should_say_once_is_found_out_and_read_whole()
    {
        var agent = Agent();
        // Non-repeaters are taken for repeaters, as some agents do.
        Pdu? Confused(Pdu request) => agent(request.Kind == PduKind.GetBulkRequest ? request with { First = 0 } : request);
        for (var poll = 0; poll < 80; poll++)
            _run.Poll(Confused);

        for (var poll = 0; poll < 20; poll++)
        {
            var (values, _) = _run.Poll(Confused);

            Assert.Equal(8, values.Count(value => value.Address != Plans.SysUpTime));
        }
    }

    [Fact]
    public void A_question_that_stays_unanswered_in_two_polls_is_made_smaller()
    {
        var before = _run.Limits.BulkVariables;
        for (var poll = 0; poll < 2; poll++)
        {
            _run.Walk.Begin(Plans.Of([], [$"{Phases}.5"]).Regular, _run.Limits, SnmpVersion.V2c);
            Assert.True(_run.Walk.TryCompose());
            _run.Walk.NoteSilence();
        }

        Assert.Equal((before / 2, false), (_run.Limits.BulkVariables, _run.Limits.TakesNonRepeaters));
    }

    static Func<Pdu, Pdu?> Agent(int alarms = 0, int phases = 3, SnmpVersion version = SnmpVersion.V2c)
    {
        var tree = new ObjectTree(
        [
            .. Rows($"{Alarms}.2", alarms), .. Rows($"{Alarms}.3", alarms), .. Rows($"{Status}.5", 1), .. Rows($"{Status}.9", 1),
            .. Rows($"{Phases}.5", phases), .. Rows($"{Phases}.6", phases),
            (ObjectIdentifier.Parse(Plans.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]);
        var answer = new RequestAnswer(tree);
        return request => answer.To(request, version, 1400);
    }

    static IEnumerable<(ObjectIdentifier, Func<ObjectSyntax>)> Rows(string column, int count) =>
        Enumerable.Range(1, count).Select(row => (ObjectIdentifier.Parse($"{column}.{row}"), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32((uint)row))));
}
