using DcOps.Collectors.Pipeline.Telemetry;
using DcOps.Collectors.Snmp.Agents;
using DcOps.Collectors.Snmp.Codec;
using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Walking;

public sealed class PollWalkTests
{
    const string Table = "1.3.6.1.4.1.318.1.1.26.6.3.1";
    const string Other = "1.3.6.1.4.1.318.1.1.26.8.3.1";
    const string Scalar = "1.3.6.1.4.1.318.1.1.26.1.1.0";

    [Fact]
    public void Asks_scalars_and_columns_of_several_tables_in_one_exchange_once_their_rows_are_known()
    {
        var run = new WalkRun(Plans.Of([Scalar], [$"{Table}.5", $"{Table}.6", $"{Other}.3"]));
        var agent = Agent([(Scalar, 7), .. Rows($"{Table}.5", 3), .. Rows($"{Table}.6", 3), .. Rows($"{Other}.3", 2)]);
        run.Poll(agent);

        var (values, faults) = run.Poll(agent);

        Assert.Equal(
            [Plans.SysUpTime, Scalar, $"{Table}.5.1", $"{Table}.6.1", $"{Other}.3.1", $"{Table}.5.2", $"{Table}.6.2",
                $"{Other}.3.2", $"{Table}.5.3", $"{Table}.6.3"],
            values.Select(value => value.Address));
        Assert.Empty(faults);
        var request = Assert.Single(run.Asked);
        Assert.Equal((2, 3), (request.First, request.Second));
    }

    [Fact]
    public void Packs_no_more_than_forty_scalars_into_a_get()
    {
        var scalars = Enumerable.Range(1, 90).Select(number => $"1.3.6.1.4.1.9999.{number}.0").ToArray();
        var run = new WalkRun(Plans.Of(scalars, []));

        var (values, faults) = run.Poll(Agent([.. scalars.Select(scalar => (scalar, 1))]));

        Assert.Equal([40, 40, 11], run.Asked.Select(request => request.Variables.Length));
        Assert.Equal(91, values.Length);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(SnmpVersion.V1)]
    [InlineData(SnmpVersion.V2c)]
    public void Says_of_a_scalar_that_is_not_there_that_it_is_absent(SnmpVersion version)
    {
        var run = new WalkRun(Plans.Of([Scalar, "1.3.6.1.4.1.318.9.0"], [$"{Table}.5"]), version);

        var (values, faults) = run.Poll(Agent([(Scalar, 7), .. Rows($"{Table}.5", 2)], version));

        Assert.Equal(
            [RawValue.Absent("1.3.6.1.4.1.318.9.0"), RawValue.Of(Scalar, 7), RawValue.Of($"{Table}.5.1", 10), RawValue.Of($"{Table}.5.2", 20)],
            values.Where(value => value.Address != Plans.SysUpTime).OrderBy(value => value.Address.Length).ThenBy(value => value.Address));
        Assert.Empty(faults);
    }

    [Fact]
    public void Walks_a_long_table_to_its_end_and_no_further()
    {
        var run = new WalkRun(Plans.Of([], [$"{Table}.5"]));
        var agent = Agent([.. Rows($"{Table}.5", 260), .. Rows($"{Other}.3", 500)]);

        var (values, _) = run.Poll(agent);

        Assert.Equal(
            Enumerable.Range(1, 260).Select(row => $"{Table}.5.{row}"),
            values.Select(value => value.Address).Where(address => address != Plans.SysUpTime));
    }

    [Fact]
    public void Halves_what_it_asks_when_it_is_too_big_and_remembers()
    {
        var run = new WalkRun(Plans.Of([.. Enumerable.Range(1, 40).Select(number => $"1.3.6.1.4.1.9999.{number}.1")], []));
        var agent = Agent([.. Enumerable.Range(1, 40).Select(number => ($"1.3.6.1.4.1.9999.{number}.1", 1))]);
        Pdu Narrow(Pdu request) =>
            request.Variables.Length > 12 ? Pdu.Refusal(request.RequestId, ErrorStatus.TooBig, 0, []) : agent(request)!;
        run.Poll(Narrow);
        Assert.Equal([40, 20, 10, 10, 10, 10, 1], run.Asked.Select(request => request.Variables.Length));

        var (values, faults) = run.Poll(Narrow);

        Assert.Equal([10, 10, 10, 10, 1], run.Asked.Select(request => request.Variables.Length));
        Assert.Equal(41, values.Length);
        Assert.Empty(faults);
    }

    [Fact]
    public void Names_an_object_that_is_too_big_even_alone()
    {
        var run = new WalkRun(Plans.Of([], [$"{Table}.5"]));

        var (_, faults) = run.Poll(request => request.Kind == PduKind.GetRequest
            ? Agent([])(request)
            : Pdu.Refusal(request.RequestId, ErrorStatus.TooBig, 0, []));

        Assert.Equal([new(ObjectIdentifier.Parse($"{Table}.5"), WalkFaultKind.TooBig)], faults);
    }

    [Fact]
    public void Ends_a_column_whose_rows_go_round_in_a_circle_and_keeps_the_rest()
    {
        var run = new WalkRun(Plans.Of([], [$"{Table}.5", $"{Table}.6"]));
        var agent = Agent([.. Rows($"{Table}.5", 5), .. Rows($"{Table}.6", 5)]);
        // Row 3 of column 5 is followed by row 2 again.
        Pdu Looping(Pdu request)
        {
            var response = agent(request)!;
            return response with
            {
                Variables = [.. response.Variables.Select(variable => variable.Name.ToString() == $"{Table}.5.4"
                    ? variable with { Name = ObjectIdentifier.Parse($"{Table}.5.2") }
                    : variable)],
            };
        }

        var (values, faults) = run.Poll(Looping);

        Assert.Equal([new(ObjectIdentifier.Parse($"{Table}.5"), WalkFaultKind.NotIncreasing)], faults);
        Assert.Equal(3, values.Count(value => value.Address.StartsWith($"{Table}.5.", StringComparison.Ordinal)));
        Assert.Equal(5, values.Count(value => value.Address.StartsWith($"{Table}.6.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ends_a_column_that_never_ends()
    {
        var run = new WalkRun(Plans.Of([], [$"{Table}.5"]));
        uint row = 0;
        Pdu Endless(Pdu request) => Pdu.Response(
            request.RequestId,
            [.. Enumerable.Range(0, Math.Max(1, request.Second))
                .Select(_ => new VariableBinding(ObjectIdentifier.Parse($"{Table}.5").Append(++row), ObjectSyntax.Integer32(1)))]);

        var (_, faults) = run.Poll(Endless);

        Assert.Contains(new(ObjectIdentifier.Parse($"{Table}.5"), WalkFaultKind.Endless), faults);
        Assert.InRange(run.Asked.Count, 100, 2_000);
    }

    [Fact]
    public void Says_once_that_a_table_has_shrunk()
    {
        var run = new WalkRun(Plans.Of([], [$"{Table}.5"]));
        run.Poll(Agent([.. Rows($"{Table}.5", 6)]));

        var (values, faults) = run.Poll(Agent([.. Rows($"{Table}.5", 4)]));
        var after = run.Poll(Agent([.. Rows($"{Table}.5", 4)]));

        Assert.Equal([new(ObjectIdentifier.Parse($"{Table}.5"), WalkFaultKind.Shrunk)], faults);
        Assert.Equal(4, values.Count(value => value.Address != Plans.SysUpTime));
        Assert.Empty(after.Faults);
    }


    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void Asks_for_the_rest_when_one_object_is_a_general_error(int index)
    {
        const string guilty = "1.3.6.1.4.1.9999.1.0";
        var run = new WalkRun(Plans.Of([guilty, "1.3.6.1.4.1.9999.2.0"], []));
        var agent = Agent([(guilty, 1), ("1.3.6.1.4.1.9999.2.0", 2)]);

        var (values, faults) = run.Poll(request =>
            request.Variables.Any(variable => variable.Name.ToString() == guilty)
                ? Pdu.Refusal(request.RequestId, ErrorStatus.GenErr, index == 0 ? 0 : index, request.Variables)
                : agent(request));

        Assert.Equal([new(ObjectIdentifier.Parse(guilty), WalkFaultKind.Error)], faults);
        Assert.Contains(RawValue.Of("1.3.6.1.4.1.9999.2.0", 2), values);
        Assert.Contains(RawValue.Absent(guilty), values);
    }

    [Fact]
    public void Stops_at_the_first_word_of_an_agent_that_forbids_reading()
    {
        var run = new WalkRun(Plans.Of([Scalar], [$"{Table}.5"]));

        var (values, _) = run.Poll(request => Pdu.Refusal(request.RequestId, ErrorStatus.AuthorizationError, 0, []));

        Assert.Single(run.Asked);
        Assert.Empty(values);
        Assert.Equal(ErrorStatus.AuthorizationError, run.Walk.LastError);
    }

    [Fact]
    public void Comes_to_an_end_with_an_agent_that_answers_with_nothing()
    {
        var run = new WalkRun(Plans.Of([Scalar], [$"{Table}.5", $"{Other}.3"]));

        var (_, faults) = run.Poll(request => Pdu.Response(request.RequestId, []));

        Assert.All(faults, fault => Assert.Equal(WalkFaultKind.NotAnswered, fault.Kind));
        Assert.Equal(4, faults.Length);
    }

    static (string, int)[] Rows(string column, int count) =>
        [.. Enumerable.Range(1, count).Select(row => ($"{column}.{row}", row * 10))];

    static Func<Pdu, Pdu?> Agent((string Name, int Value)[] objects, SnmpVersion version = SnmpVersion.V2c)
    {
        var tree = new ObjectTree(objects
            .Select(entry => (ObjectIdentifier.Parse(entry.Name), (Func<ObjectSyntax>)(() => ObjectSyntax.Gauge32((uint)entry.Value))))
            .Append((ObjectIdentifier.Parse(Plans.SysUpTime), () => ObjectSyntax.TimeTicks(4200))));
        var answer = new RequestAnswer(tree);
        return request => answer.To(request, version, 1400);
    }
}
