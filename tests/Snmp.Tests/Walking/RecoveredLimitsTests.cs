using DcOps.Collectors.Snmp.Walking;

namespace DcOps.Collectors.Snmp.Tests.Walking;

public sealed class RecoveredLimitsTests
{
    const int Patience = 60;

    readonly WalkRun _run = new(Plans.Of(["1.3.6.1.4.1.318.9.0"], ["1.3.6.1.4.1.318.1.5"]));

    LearnedLimits Limits => _run.Limits;

    (int Get, int Bulk, bool Condensed) Asked => (Limits.GetVariables, Limits.BulkVariables, Limits.TakesNonRepeaters);

    [Fact]
    public void A_device_is_asked_for_as_much_as_before_when_it_has_answered_for_long_enough()
    {
        var before = Asked;
        Silence(times: 2);
        var less = Asked;

        Answer(2 * Patience);

        Assert.Equal((before.Get / 4, before.Bulk / 4, false), less);
        Assert.Equal(before, Asked);
    }

    [Fact]
    public void It_is_asked_for_no_more_before_that()
    {
        Silence(times: 1);
        var less = Asked;

        Answer(Patience - 1);

        Assert.Equal(less, Asked);
    }

    [Fact]
    public void Each_vain_try_doubles_the_wait()
    {
        Silence(times: 1);
        Answer(Patience);
        Silence(times: 1);
        var less = Asked;

        Answer((2 * Patience) - 1);
        var waiting = Asked;
        Answer(1);

        Assert.Equal(less, waiting);
        Assert.NotEqual(less, Asked);
    }

    [Fact]
    public void What_the_device_called_too_big_is_never_asked_for_again()
    {
        Silence(times: 1);
        Limits.HalveBulk();
        Limits.TakesNonRepeaters = false;
        var known = Limits.BulkVariables;

        Answer(10 * Patience);

        Assert.Equal(known, Limits.BulkVariables);
        Assert.False(Limits.TakesNonRepeaters);
        Assert.Equal(40, Limits.GetVariables);
    }

    // A question of two polls in a row stays without answer.
    void Silence(int times)
    {
        for (var time = 0; time < 2 * times; time++)
            Limits.NoteSilence();
    }

    void Answer(int polls)
    {
        for (var poll = 0; poll < polls; poll++)
            Limits.NoteAnswers(_run.Plan);
    }
}
