using DcOps.Collectors.Snmp.Discovery;
using Microsoft.Extensions.Time.Testing;

namespace DcOps.Collectors.Snmp.Tests.Discovery;

public sealed class SweepPaceTests
{
    readonly FakeTimeProvider _time = new();

    [Fact]
    public void Lets_one_question_go_and_the_next_when_its_time_has_come()
    {
        var pace = new SweepPace(rate: 40, _time);

        var turns = Enumerable.Range(0, 4).Select(_ => pace.WaitAsync(TestContext.Current.CancellationToken)).ToArray();

        Assert.Equal([true, false, false, false], turns.Select(turn => turn.IsCompleted));
        _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal([true, true, true, false], turns.Select(turn => turn.IsCompleted));
    }

    [Fact]
    public void Saves_up_no_time_that_nobody_used()
    {
        var pace = new SweepPace(rate: 40, _time);
        _time.Advance(TimeSpan.FromMinutes(1));

        var turns = Enumerable.Range(0, 3).Select(_ => pace.WaitAsync(TestContext.Current.CancellationToken)).ToArray();

        Assert.Equal([true, false, false], turns.Select(turn => turn.IsCompleted));
    }
}
