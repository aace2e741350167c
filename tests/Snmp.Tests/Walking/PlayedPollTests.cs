using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Tests.Replay;
using DcOps.Collectors.Snmp.Walking;
using DcOps.Testing;

namespace DcOps.Collectors.Snmp.Tests.Walking;

/// <summary>Polls that go as the ones before are played and not walked: nobody must be able to tell by what comes out.</summary>
public sealed class PlayedPollTests
{
    const int PollsUntilPlayed = 4;
    const string Status = "1.3.6.1.4.1.318.1.1.26.4.3.1";
    const string Phases = "1.3.6.1.4.1.318.1.1.26.6.3.1";
    const string Alarms = "1.3.6.1.2.1.33.1.6.2.1";
    const string Scalar = "1.3.6.1.2.1.33.1.2.3.0";
    readonly WalkRun _run = new(Plans.Of([Scalar], [$"{Alarms}.2", $"{Alarms}.3", $"{Status}.5", $"{Phases}.5", $"{Phases}.6"]));

    [Fact]
    public void Of_every_recorded_device_give_the_same_values_as_the_first()
    {
        var library = ProfileLibrary.Load(ProfileLibrary.StandardFolder);
        var compared = 0;
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Of("data", "devices", "snmprec"), "*.snmprec", SearchOption.AllDirectories))
        {
            var walk = new RecordedWalk(file);
            if (walk.RecognisedBy(library) is not { } profile)
                continue;

            var agent = new RequestAnswer(new ObjectTree(walk.Objects()));
            var run = new WalkRun(new(profile));
            var first = Sorted(run.Poll(request => agent.To(request, SnmpVersion.V2c, 1_400)).Values);
            for (var poll = 0; poll < PollsUntilPlayed; poll++)
                Assert.Equal(first, Sorted(run.Poll(request => agent.To(request, SnmpVersion.V2c, 1_400)).Values));
            compared += first.Count;
        }

        Assert.NotEqual(0, compared);
    }

    [Fact]
    public void Tell_the_values_of_now()
    {
        Settle();

        var (values, faults) = _run.Poll(Agent(value: 77));

        Assert.Single(_run.Asked);
        Assert.Equal(77, Assert.Single(values, value => value.Address == $"{Status}.5.1").Number);
        Assert.Empty(faults);
    }

    [Fact]
    public void Name_a_row_that_is_gone_and_ask_nothing_twice()
    {
        Settle();

        var (values, faults) = _run.Poll(Agent(phases: 2));

        Assert.Equal(4, values.Count(value => value.Address.StartsWith(Phases, StringComparison.Ordinal)));
        Assert.Equal([WalkFaultKind.Shrunk, WalkFaultKind.Shrunk], faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void See_the_first_row_of_an_empty_table_at_once()
    {
        Settle();

        var (values, _) = _run.Poll(Agent(alarms: 2));

        Assert.Equal(4, values.Count(value => value.Address.StartsWith(Alarms, StringComparison.Ordinal)));
    }

    [Fact]
    public void Tell_that_a_scalar_has_gone()
    {
        Settle();

        var (values, _) = _run.Poll(Agent(hasScalar: false));

        Assert.Equal(RawKind.Absent, Assert.Single(values, value => value.Address == Scalar).Kind);
        Assert.Equal(7, values.Count(value => value.Kind == RawKind.Number && value.Address != Plans.SysUpTime));
    }

    [Fact]
    public void Are_walked_when_the_device_answers_with_an_error()
    {
        Settle();
        var agent = Agent();
        var isFirst = true;

        var (values, _) = _run.Poll(request =>
        {
            (var fails, isFirst) = (isFirst, false);
            return fails ? agent(request)! with { First = (int)ErrorStatus.GenErr, Second = 0 } : agent(request);
        });

        Assert.Equal(8, values.Count(value => value.Kind == RawKind.Number && value.Address != Plans.SysUpTime));
    }

    [Fact]
    public void Name_what_was_not_told_when_the_device_falls_silent()
    {
        Settle();
        _run.Walk.Begin(_run.Plan, _run.Limits, SnmpVersion.V2c);
        Assert.True(_run.Walk.TryCompose());

        _run.Walk.Abandon();

        Assert.True(_run.Walk.IsCutShort);
        Assert.False(_run.Walk.TryCompose());
        Assert.Contains(_run.Walk.Finish().Faults, fault => fault is { Kind: WalkFaultKind.NotAnswered } && fault.Name.ToString() == $"{Status}.5");
    }

    [Fact]
    public void Ask_for_one_of_the_empty_tables_that_one_answer_speaks_for()
    {
        Settle();

        _run.Poll(Agent());

        // The scalar's successor is asked for; what follows sysUpTime's says nothing of the tables behind it.
        Assert.Equal(
            ["1.3.6.1.2.1.1.3", "1.3.6.1.2.1.33.1.2.3", $"{Alarms}.2", $"{Status}.5", $"{Phases}.5", $"{Phases}.6"],
            Assert.Single(_run.Asked).Variables.Select(variable => variable.Name.ToString()));

        var run = new WalkRun(Plans.Of([Scalar], [$"{Alarms}.2", "1.3.6.1.4.1.318.1.1.10.1", "1.3.6.1.4.1.318.1.1.12.1", $"{Status}.5"]));
        for (var poll = 0; poll < PollsUntilPlayed; poll++)
            run.Poll(Agent());
        Assert.Equal(
            ["1.3.6.1.2.1.1.3", "1.3.6.1.2.1.33.1.2.3", $"{Alarms}.2", $"{Status}.5"],
            Assert.Single(run.Asked).Variables.Select(variable => variable.Name.ToString()));
    }

    [Theory]
    [InlineData("1.3.6.1.4.1.318.1.1.10.1")]
    [InlineData("1.3.6.1.4.1.318.1.1.12.1")]
    public void See_the_first_row_at_once_of_a_table_that_another_one_speaks_for(string table)
    {
        var run = new WalkRun(Plans.Of([], [$"{Alarms}.2", "1.3.6.1.4.1.318.1.1.10.1", "1.3.6.1.4.1.318.1.1.12.1", $"{Status}.5"]));
        Settle(run);

        var (values, faults) = run.Poll(Agent(more: table));

        Assert.Equal(7, Assert.Single(values, value => value.Address == $"{table}.1").Number);
        Assert.Empty(faults);
    }

    [Fact]
    public void Tell_of_a_missing_scalar_that_another_name_speaks_for()
    {
        var run = new WalkRun(Plans.Of(["1.3.6.1.2.1.33.1.2.1.0", "1.3.6.1.2.1.33.1.2.2.0"], [$"{Status}.5"]));
        Settle(run);

        var (missing, _) = run.Poll(Agent(hasScalar: false));
        Assert.Equal(2, Assert.Single(run.Asked).Variables.Length - 1);
        var (appeared, _) = run.Poll(Agent(hasScalar: false, more: "1.3.6.1.2.1.33.1.2.2", row: 0));

        Assert.Equal(2, missing.Count(value => value.Kind == RawKind.Absent));
        Assert.Equal(7, Assert.Single(appeared, value => value.Address == "1.3.6.1.2.1.33.1.2.2.0").Number);
    }

    [Fact]
    public void Are_asked_as_they_were_walked_of_a_device_that_answers_fewer_questions_wrongly()
    {
        var run = new WalkRun(Plans.Of([], [$"{Alarms}.2", "1.3.6.1.4.1.318.1.1.10.1", "1.3.6.1.4.1.318.1.1.12.1", $"{Status}.5"]));
        var agent = Agent();
        var exchanges = new List<int>();
        for (var poll = 0; poll < 40; poll++)
        {
            // Fewer than four names, and it forgets the last.
            var (values, _) = run.Poll(request => request.Variables.Length > 3 || request.Kind == PduKind.GetRequest
                ? agent(request)
                : agent(request) is { } answer ? answer with { Variables = answer.Variables[..^1] } : null);
            Assert.Equal(5, Assert.Single(values, value => value.Address == $"{Status}.5.1").Number);
            exchanges.Add(run.Asked.Count);
        }

        Assert.All(exchanges[^10..], count => Assert.Equal(1, count));
    }

    static void Settle(WalkRun run)
    {
        for (var poll = 0; poll < PollsUntilPlayed; poll++)
            run.Poll(Agent(hasScalar: false));
        Assert.NotNull(run.Limits.ScriptOf(run.Plan));
    }

    void Settle()
    {
        for (var poll = 0; poll < PollsUntilPlayed; poll++)
            _run.Poll(Agent());
        Assert.NotNull(_run.Limits.ScriptOf(_run.Plan));
    }

    static List<string> Sorted(ImmutableArray<RawValue> values) => [.. values.Select(value => value.ToString()).Order(StringComparer.Ordinal)];

    static Func<Pdu, Pdu?> Agent(int alarms = 0, int phases = 3, bool hasScalar = true, uint value = 5, string? more = null, int row = 1)
    {
        var tree = new ObjectTree(
        [
            .. Rows($"{Alarms}.2", alarms, value), .. Rows($"{Alarms}.3", alarms, value), .. Rows($"{Status}.5", 1, value),
            .. Rows($"{Phases}.5", phases, value), .. Rows($"{Phases}.6", phases, value),
            .. hasScalar ? [(ObjectIdentifier.Parse(Scalar), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32(12)))] : Array.Empty<(ObjectIdentifier, Func<ObjectSyntax>)>(),
            .. more is null ? [] : new[] { (ObjectIdentifier.Parse($"{more}.{row}"), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32(7))) },
            (ObjectIdentifier.Parse(Plans.SysUpTime), () => ObjectSyntax.TimeTicks(4200)),
        ]);
        var answer = new RequestAnswer(tree);
        return request => answer.To(request, SnmpVersion.V2c, 1_400);
    }

    static IEnumerable<(ObjectIdentifier, Func<ObjectSyntax>)> Rows(string column, int count, uint value) =>
        Enumerable.Range(1, count).Select(row => (ObjectIdentifier.Parse($"{column}.{row}"), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32(value))));
}
