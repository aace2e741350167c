using DcOps.Domain.Metering;

namespace DcOps.Domain.Tests.Metering;

public sealed class EnergyRegisterTests
{
    [Fact]
    public void Proves_nothing_by_its_first_position()
    {
        var step = new RegisterRun().Read(8_512_000, atMinute: 0);

        Assert.Equal(RegisterVerdict.Opened, step.Verdict);
        Assert.Null(step.First);
        Assert.Null(step.Second);
    }

    [Fact]
    [Trait("Vector", "M01")]
    public void Measures_the_difference_of_two_positions()
    {
        var run = new RegisterRun(resolution: 100);
        run.Read(123_456_700, atMinute: 0);

        var step = run.Read(123_470_200, atMinute: 15);

        Assert.Equal(RegisterVerdict.Advanced, step.Verdict);
        Assert.Equal(13_500, step.MeasuredWattHours);
        Assert.Equal(0, step.EstimatedWattHours);
    }

    [Theory]
    [Trait("Vector", "M02")]
    [Trait("Vector", "M03")]
    [InlineData(4_294_967_296, 4_294_960_000, 3_000, 10_296)]
    [InlineData(10_000_000, 9_998_000, 1_000, 3_000)]
    public void Continues_across_its_modulus(double modulus, double before, double after, double expected)
    {
        var run = new RegisterRun(modulus: modulus);
        run.Read(before, atMinute: 0);

        var step = run.Read(after, atMinute: 15);

        Assert.Equal(RegisterVerdict.Wrapped, step.Verdict);
        Assert.Equal(expected, step.MeasuredWattHours);
    }

    [Fact]
    [Trait("Vector", "M04")]
    public void Splits_a_reset_with_evidence_into_a_measured_and_an_estimated_part()
    {
        var run = new RegisterRun();
        run.Read(8_512_000, atMinute: 5, resetMarker: RegisterRun.Minute(-9_000));

        var step = run.Read(2_400, atMinute: 10, resetMarker: RegisterRun.Minute(7), meanKilowatts: 48);

        Assert.Equal(RegisterVerdict.Reset, step.Verdict);
        Assert.Equal(2_400, step.MeasuredWattHours);
        Assert.Equal(1_600, step.EstimatedWattHours, 6);
        Assert.Equal(new(RegisterRun.Minute(7), RegisterRun.Minute(10), 2_400, SpanBasis.Register), step.Second);
    }

    [Fact]
    public void Takes_the_restart_of_a_volatile_registers_agent_as_evidence()
    {
        var run = new RegisterRun(isVolatile: true);
        run.Read(8_512_000, atMinute: 5, restartedAt: RegisterRun.Minute(-9_000));

        var step = run.Read(2_400, atMinute: 10, restartedAt: RegisterRun.Minute(7), meanKilowatts: 48);

        Assert.Equal(RegisterVerdict.Reset, step.Verdict);
        Assert.Equal(4_000, step.MeasuredWattHours + step.EstimatedWattHours, 6);
    }

    [Fact]
    public void Ignores_the_restart_of_an_agent_whose_register_survives_it()
    {
        var run = new RegisterRun(isVolatile: false);
        run.Read(1_000, atMinute: 5);

        var step = run.Read(1_400, atMinute: 10, restartedAt: RegisterRun.Minute(7));

        Assert.Equal(RegisterVerdict.Advanced, step.Verdict);
        Assert.Equal(400, step.MeasuredWattHours);
    }

    [Fact]
    public void Counts_all_of_a_volatile_register_that_climbed_past_its_old_position_after_a_restart()
    {
        var run = new RegisterRun(isVolatile: true);
        run.Read(100, atMinute: 0);

        var step = run.Read(900, atMinute: 10, restartedAt: RegisterRun.Minute(8.5), meanKilowatts: 36);

        Assert.Equal(RegisterVerdict.Reset, step.Verdict);
        Assert.Equal(900, step.MeasuredWattHours);
        Assert.Equal(36_000 * 8.5 / 60, step.EstimatedWattHours, 6);
    }

    [Fact]
    public void Does_not_believe_evidence_that_the_position_contradicts()
    {
        var run = new RegisterRun(isVolatile: true);
        run.Read(8_512_000, atMinute: 5);

        var step = run.Read(8_514_000, atMinute: 10, restartedAt: RegisterRun.Minute(7));

        Assert.Equal(RegisterVerdict.Advanced, step.Verdict);
        Assert.Equal(2_000, step.MeasuredWattHours);
    }

    [Fact]
    public void Leaves_the_time_before_a_reset_unknown_when_no_power_was_read()
    {
        var run = new RegisterRun();
        run.Read(8_512_000, atMinute: 5, resetMarker: RegisterRun.Minute(-9_000));

        var step = run.Read(2_400, atMinute: 10, resetMarker: RegisterRun.Minute(7));

        Assert.Equal(SpanBasis.Unknown, step.First!.Value.Basis);
        Assert.Equal(2_400, step.MeasuredWattHours + step.EstimatedWattHours);
    }

    [Fact]
    [Trait("Vector", "M05")]
    public void Does_not_read_a_reset_as_a_wrap()
    {
        var run = new RegisterRun(modulus: 4_294_967_296);
        run.Read(8_512_000, atMinute: 0);

        var step = run.Read(2_400, atMinute: 5);

        Assert.Equal(4_286_457_696, 2_400 + 4_294_967_296 - 8_512_000);
        Assert.Equal(6_000, EnergyRegister.MostWattHours(60_000, TimeSpan.FromMinutes(5)), 6);
        Assert.Equal(RegisterVerdict.ResetWithoutEvidence, step.Verdict);
        Assert.Equal(0, step.MeasuredWattHours);
        Assert.Equal(2_400, step.EstimatedWattHours);
    }

    [Theory]
    [InlineData(48, 4_000)]
    [InlineData(12, 2_400)]
    public void Estimates_a_reset_that_nobody_notes_by_mean_power_and_by_no_less_than_it_shows(double kilowatts, double expected)
    {
        var run = new RegisterRun();
        run.Read(8_512_000, atMinute: 0);

        var step = run.Read(2_400, atMinute: 5, meanKilowatts: kilowatts);

        Assert.Equal(RegisterVerdict.ResetWithoutEvidence, step.Verdict);
        Assert.Equal((0, expected), (step.MeasuredWattHours, step.EstimatedWattHours));
    }

    [Fact]
    [Trait("Vector", "M18")]
    public void Takes_a_small_step_back_for_jitter_and_keeps_the_higher_position()
    {
        var run = new RegisterRun(resolution: 100);
        run.Read(1_000_300, atMinute: 0);

        var back = run.Read(1_000_200, atMinute: 5);
        var on = run.Read(1_000_500, atMinute: 10);

        Assert.Equal(RegisterVerdict.Jitter, back.Verdict);
        Assert.Equal(0, back.MeasuredWattHours);
        Assert.Equal(200, on.MeasuredWattHours);
    }

    [Fact]
    [Trait("Vector", "M19")]
    public void Estimates_the_gap_of_a_meter_change_and_measures_on_from_the_new_meter()
    {
        var run = new RegisterRun(serial: "A-1");
        run.Read(88_120_000, atMinute: 0);
        run.Serial = "B-7";

        var change = run.Read(5_000, atMinute: 20, meanKilowatts: 10.5);
        var next = run.Read(12_000, atMinute: 60, meanKilowatts: 10.5);

        Assert.Equal(RegisterVerdict.Swapped, change.Verdict);
        Assert.Equal(3_500, change.EstimatedWattHours, 6);
        Assert.Equal(0, change.MeasuredWattHours);
        Assert.Equal(7_000, next.MeasuredWattHours);
    }

    [Fact]
    [Trait("Vector", "M20")]
    public void Rejects_a_spike_and_keeps_the_last_good_position()
    {
        var run = new RegisterRun();
        run.Read(1_000_000, atMinute: 0);

        var spike = run.Read(1_095_000, atMinute: 15);
        var next = run.Read(1_020_000, atMinute: 30);

        Assert.Equal(18_000, EnergyRegister.MostWattHours(60_000, TimeSpan.FromMinutes(15)), 6);
        Assert.Equal(RegisterVerdict.Rejected, spike.Verdict);
        Assert.Equal(RegisterVerdict.Advanced, next.Verdict);
        Assert.Equal(20_000, next.MeasuredWattHours);
        Assert.Equal(new(RegisterRun.Minute(0), RegisterRun.Minute(30), 20_000, SpanBasis.Register), next.First);
    }

    [Fact]
    public void Rejects_a_step_back_that_is_neither_wrap_nor_reset()
    {
        var run = new RegisterRun(modulus: 4_294_967_296);
        run.Read(8_512_000, atMinute: 0);

        var step = run.Read(5_000_000, atMinute: 5);

        Assert.Equal(RegisterVerdict.Rejected, step.Verdict);
        Assert.Equal(8_512_000, step.Register.WattHours);
    }

    [Fact]
    public void Continues_from_refused_positions_once_three_of_them_agree()
    {
        var run = new RegisterRun();
        run.Read(8_512_000, atMinute: 0);

        run.Read(5_000_000, atMinute: 5);
        run.Read(5_001_000, atMinute: 10);
        var third = run.Read(5_002_500, atMinute: 15, meanKilowatts: 12);
        var fourth = run.Read(5_003_500, atMinute: 20);

        Assert.Equal(RegisterVerdict.Rebased, third.Verdict);
        Assert.Equal(2_500, third.MeasuredWattHours);
        Assert.Equal(1_000, third.EstimatedWattHours, 6);
        Assert.Equal(1_000, fourth.MeasuredWattHours);
    }

    [Fact]
    public void Forgets_a_refused_position_when_the_register_goes_on_as_before()
    {
        var run = new RegisterRun();
        run.Read(8_512_000, atMinute: 0);
        run.Read(5_000_000, atMinute: 5);
        run.Read(8_513_000, atMinute: 10);

        run.Read(5_001_000, atMinute: 15);
        var second = run.Read(5_002_000, atMinute: 20);

        Assert.Equal(RegisterVerdict.Rejected, second.Verdict);
        Assert.Equal(2, second.Register.Candidate!.Confirmations);
    }

    [Fact]
    public void Allows_for_the_rounding_of_a_coarse_register_between_two_close_polls()
    {
        var run = new RegisterRun(resolution: 100, ratedKilowatts: 22);
        run.Read(1_000_000, atMinute: 0);

        var step = run.Read(1_000_100, atMinute: 1.0 / 6);

        Assert.Equal(RegisterVerdict.Advanced, step.Verdict);
        Assert.Equal(100, step.MeasuredWattHours);
    }

    [Fact]
    public void Does_not_estimate_a_gap_longer_than_a_mean_power_stands_for()
    {
        var run = new RegisterRun(serial: "A-1");
        run.Read(88_120_000, atMinute: 0);
        run.Serial = "B-7";

        var step = run.Read(5_000, atMinute: 61, meanKilowatts: 10.5);

        Assert.Equal(SpanBasis.Unknown, step.First!.Value.Basis);
        Assert.Equal(0, step.EstimatedWattHours);
    }

    [Fact]
    [Trait("Vector", "M12")]
    public void Reads_zero_below_its_resolution_until_the_sum_reaches_a_step()
    {
        var run = new RegisterRun(resolution: 100, ratedKilowatts: 3.68);
        run.Read(50_000, atMinute: 0);

        var after24Hours = run.Read(50_000, atMinute: 24 * 60);
        var after25Hours = run.Read(50_100, atMinute: 25 * 60);

        Assert.Equal(0, after24Hours.MeasuredWattHours);
        Assert.Equal(4 * 25, after25Hours.MeasuredWattHours);
    }
}
