using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Collectors.Mqtt.Sparkplug;
using DcOps.Collectors.Mqtt.Sparkplug.Nodes;

namespace DcOps.Collectors.Mqtt.Tests.Sparkplug;

public sealed class EdgeNodeTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    readonly EdgeNode _node = new(reorderTimeout: TimeSpan.FromSeconds(5));

    [Fact]
    [Trait("Vector", "Q01")]
    public void Counts_its_messages_from_0_to_255_and_on_from_0()
    {
        Born(bdSeq: 7);

        var said = Enumerable.Range(2, 600).SelectMany(number => _node.Accept(Data((ulong)(number % 256)))).ToList();

        Assert.Equal(600, said.Count);
        Assert.All(said, effect => Assert.IsType<NodeEffect.Said>(effect));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(255)]
    public void May_begin_with_any_number_of_the_sequence_and_goes_on_from_there(int first)
    {
        _node.Accept(Message(SparkplugKind.NBirth, (ulong)first, SparkplugMetric.Of(SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long(7), Start)) with { Topic = new("NJ-01", SparkplugKind.NBirth, "gateway", null) });

        var effects = _node.Accept(Message(SparkplugKind.DBirth, (ulong)((first + 1) % 256), SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(1), Start)));

        Assert.IsType<NodeEffect.Said>(Assert.Single(effects));
    }

    [Fact]
    public void Forgets_with_a_birth_what_the_one_before_gave()
    {
        Born(bdSeq: 7);
        _node.Accept(Message(SparkplugKind.NBirth, 0, SparkplugMetric.Of(SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long(8), Start)) with { Topic = new("NJ-01", SparkplugKind.NBirth, "gateway", null) });

        var effects = _node.Accept(Data(1));

        Assert.Contains(new NodeEffect.WantsBirth(RebirthReason.BeforeBirth), effects);
    }

    [Fact]
    public void Is_asked_for_a_birth_after_a_payload_that_does_not_decode() =>
        Assert.Equal([new NodeEffect.WantsBirth(RebirthReason.Undecodable)], _node.AcceptUndecodable());

    [Fact]
    [Trait("Vector", "Q04")]
    public void Lives_on_when_the_will_of_an_earlier_connection_arrives()
    {
        Born(bdSeq: 7);

        var effects = _node.Accept(Death(bdSeq: 6));

        Assert.Equal(RefusalReason.OldDeath, Assert.IsType<NodeEffect.Refused>(Assert.Single(effects)).Reason);
        Assert.True(_node.IsAlive);
    }

    [Fact]
    public void Takes_all_its_devices_with_it_when_it_dies_at_the_time_of_receipt()
    {
        Born(bdSeq: 7);

        var effects = _node.Accept(Death(bdSeq: 7));

        Assert.Equal(
            ["- Node Control/Rebirth,bdSeq", "pdu activeEnergyWh,activePowerW"],
            effects.Cast<NodeEffect.WentSilent>().Select(silent => $"{silent.Device ?? "-"} {string.Join(',', silent.Metrics.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
        Assert.All(effects.Cast<NodeEffect.WentSilent>(), silent => Assert.Equal(Start, silent.At));
        Assert.False(_node.IsAlive);
    }

    [Fact]
    [Trait("Vector", "Q11")]
    public void Puts_late_messages_in_order_and_asks_for_nothing()
    {
        Born(bdSeq: 7);
        Accept(2, 3, 4, 5, 6);
        var early = _node.Accept(Data(8));

        var effects = _node.Accept(Data(7) with { ReceivedAt = Start.AddSeconds(2) });

        Assert.Empty(early);
        Assert.Equal([7UL, 8], effects.Cast<NodeEffect.Said>().Select(said => said.Message.Payload.Sequence!.Value));
        Assert.Null(_node.GapEndsAt);
    }

    [Fact]
    [Trait("Vector", "Q11")]
    public void Wants_a_birth_when_a_missing_message_does_not_come_in_time()
    {
        Born(bdSeq: 7);
        Accept(2, 3, 4, 5, 6);
        _node.Accept(Data(8));

        var before = _node.Expire(Start.AddSeconds(4.9));
        var after = _node.Expire(Start.AddSeconds(5));

        Assert.Empty(before);
        Assert.Equal([new NodeEffect.GapFound(7), new NodeEffect.WantsBirth(RebirthReason.Gap)], after.Take(2));
        Assert.Equal(RefusalReason.BeforeBirth, Assert.IsType<NodeEffect.Refused>(after[2]).Reason);
    }

    [Fact]
    public void Is_not_believed_between_a_gap_and_its_next_birth()
    {
        Born(bdSeq: 7);
        _node.Accept(Data(9));
        _node.Expire(Start.AddSeconds(5));

        var lost = _node.Accept(Data(10));
        Born(bdSeq: 7);
        var found = _node.Accept(Data(2));

        Assert.Equal(new NodeEffect.WantsBirth(RebirthReason.BeforeBirth), lost[1]);
        Assert.IsType<NodeEffect.Said>(Assert.Single(found));
    }

    [Fact]
    public void Is_asked_for_a_birth_when_data_comes_first()
    {
        var effects = _node.Accept(Data(2));

        Assert.Equal(RefusalReason.BeforeBirth, Assert.IsType<NodeEffect.Refused>(effects[0]).Reason);
        Assert.Equal(new NodeEffect.WantsBirth(RebirthReason.BeforeBirth), effects[1]);
    }

    [Fact]
    public void Is_asked_for_a_birth_when_a_device_speaks_that_was_not_born()
    {
        Born(bdSeq: 7);

        var effects = _node.Accept(Data(2) with { Topic = new("NJ-01", SparkplugKind.DData, "gateway", "ghost") });

        Assert.Equal(new NodeEffect.WantsBirth(RebirthReason.BeforeBirth), effects[1]);
    }

    [Fact]
    public void Is_asked_for_a_birth_when_it_uses_an_alias_that_no_birth_gave()
    {
        Born(bdSeq: 7);

        var effects = _node.Accept(Message(SparkplugKind.DData, 2, SparkplugMetric.Of(99, SparkplugType.Double, new SparkplugValue.Double(1), Start)));

        Assert.Equal(new NodeEffect.WantsBirth(RebirthReason.UnknownMetric), effects[0]);
    }

    [Fact]
    public void Gives_values_the_names_and_types_of_the_birth()
    {
        Born(bdSeq: 7);

        var effects = _node.Accept(Message(SparkplugKind.DData, 2, new SparkplugMetric(null, 1, Start, SparkplugType.Unknown, new SparkplugValue.Double(4210), [])));

        var metric = Assert.Single(Assert.IsType<NodeEffect.Said>(Assert.Single(effects)).Metrics);
        Assert.Equal(("activePowerW", SparkplugType.Double), (metric.Name, metric.Type));
    }

    [Fact]
    public void Loses_a_device_at_the_time_that_its_death_states()
    {
        Born(bdSeq: 7);
        var diedAt = Start.AddSeconds(-30);

        var effects = _node.Accept(Message(SparkplugKind.DDeath, 2) with { Payload = new(diedAt, 2, []) });

        var silent = Assert.IsType<NodeEffect.WentSilent>(Assert.Single(effects));
        Assert.Equal(("pdu", diedAt), (silent.Device, silent.At));
    }

    [Fact]
    public void Asks_once_per_interval_and_less_often_while_nobody_answers()
    {
        var limit = new RebirthLimit(TimeSpan.FromSeconds(30));

        var asked = Enumerable.Range(0, 300).Where(second => limit.TryAsk(Start.AddSeconds(second))).ToList();

        Assert.Equal([0, 30, 90, 210], asked);
    }

    /// <summary>A line that loses, repeats, swaps and delays, and a node that dies and is born: what is said is without gap or not at all.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Never_says_anything_out_of_order_whatever_the_line_does(int seed)
    {
        var random = new Random(seed);
        var (now, next, last) = (Start, 2UL, (ulong?)null);
        var delayed = new List<NodeMessage>();
        var effects = new List<NodeEffect>();
        Born(bdSeq: 7);
        for (var step = 0; step < 20_000; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(200));
            effects.Clear();
            switch (random.Next(40))
            {
                case 0:
                    effects.AddRange(_node.Expire(now));
                    break;
                case 1:
                    delayed.Add(Data(next++ % 256) with { ReceivedAt = now });
                    break;
                case 2 when delayed.Count > 0:
                    effects.AddRange(_node.Accept(delayed[^1] with { ReceivedAt = now }));
                    delayed.RemoveAt(delayed.Count - 1);
                    break;
                case 3:
                    next++;
                    break;
                case 4:
                    effects.AddRange(_node.Accept(Data((next + 255) % 256) with { ReceivedAt = now }));
                    break;
                case 5:
                    effects.AddRange(_node.Accept(Death((ulong)random.Next(6, 9)) with { ReceivedAt = now }));
                    break;
                case 6:
                    Born(bdSeq: 7);
                    (next, last) = (2, null);
                    delayed.Clear();
                    break;
                default:
                    effects.AddRange(_node.Accept(Data(next++ % 256) with { ReceivedAt = now }));
                    break;
            }

            foreach (var said in effects.OfType<NodeEffect.Said>())
            {
                var sequence = said.Message.Payload.Sequence!.Value;
                Assert.True(last is null ? sequence == 2 : sequence == (last + 1) % 256, $"{sequence} came after {last} in step {step}");
                last = sequence;
            }
        }
    }

    static NodeMessage Data(ulong sequence) =>
        Message(SparkplugKind.DData, sequence, SparkplugMetric.Of(1, SparkplugType.Double, new SparkplugValue.Double(sequence), Start));

    static NodeMessage Death(ulong bdSeq) =>
        new(new("NJ-01", SparkplugKind.NDeath, "gateway", null), new(Start.AddDays(-3), null, [BirthSequence(bdSeq)]), Start);

    static NodeMessage Message(SparkplugKind kind, ulong sequence, params ImmutableArray<SparkplugMetric> metrics) =>
        new(new("NJ-01", kind, "gateway", "pdu"), new(Start, sequence, metrics), Start);

    static SparkplugMetric BirthSequence(ulong number) =>
        SparkplugMetric.Of(SparkplugPayload.BirthSequence, SparkplugType.Int64, new SparkplugValue.Long(number), Start);

    void Born(ulong bdSeq)
    {
        _node.Accept(new(
            new("NJ-01", SparkplugKind.NBirth, "gateway", null),
            new(Start, 0, [BirthSequence(bdSeq), SparkplugMetric.Of(SparkplugPayload.Rebirth, SparkplugType.Boolean, new SparkplugValue.Boolean(false), Start)]),
            Start));
        _node.Accept(Message(
            SparkplugKind.DBirth,
            1,
            SparkplugMetric.Of("activePowerW", SparkplugType.Double, new SparkplugValue.Double(4000), Start, alias: 1),
            SparkplugMetric.Of("activeEnergyWh", SparkplugType.UInt64, new SparkplugValue.Long(1_000_000), Start, alias: 2)));
    }

    void Accept(params ulong[] sequences)
    {
        foreach (var sequence in sequences)
            Assert.IsType<NodeEffect.Said>(Assert.Single(_node.Accept(Data(sequence))));
    }
}
