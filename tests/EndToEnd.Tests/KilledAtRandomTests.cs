namespace DcOps.EndToEnd.Tests;

/// <summary>
/// The silo is killed at random instants while collectors deliver; its receipts rest on the journal. The load's energy is
/// known to the watt-hour, so one batch lost or counted twice is seen.
/// </summary>
public sealed class KilledAtRandomTests
{
    const int Kills = 5;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20_261_123)]
    [InlineData(7)]
    public async Task Every_watt_hour_is_there_once_however_often_the_silo_is_killed(int seed)
    {
        var random = new Random(seed);
        await using var province = new KilledProvince();
        await province.StartSiloAsync();
        await province.StartCollectorsAsync(Token);
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = province.Sent;
            province.Play(kill / (double)(Kills + 1), (kill + 1) / (double)(Kills + 1));
            var receipted = before + random.NextInt64(province.Sent - before);
            Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= receipted, Token));
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(60)), TimeProvider.System, Token);
            province.KillSilo();
            await province.StartSiloAsync();
        }

        province.Play(Kills / (double)(Kills + 1), 1);
        Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= province.Sent, Token));
        await province.QuietAsync(Token);
        await province.StopSiloAsync();

        var (stored, load, rows, minutes) = await province.EnergyAsync(Token);
        Assert.Equal(province.Sent, province.Receipted);
        Assert.Equal(minutes, rows);
        Assert.Equal(load, stored);
    }

    [Fact]
    public async Task A_restart_folds_the_journal_again_and_an_orderly_stop_leaves_it_empty()
    {
        await using var province = new KilledProvince();
        await province.StartSiloAsync();
        await province.StartCollectorsAsync(Token);
        province.Play(0, 0.5);
        Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= province.Sent, Token));
        province.KillSilo();

        await province.StartSiloAsync();
        var replayed = (await province.MetricsAsync())["dcops_journal_replayed_batches_total"];
        province.Play(0.5, 1);
        Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= province.Sent, Token));
        await province.QuietAsync(Token);
        await province.StopSiloAsync();

        Assert.True(replayed > 0);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(province.Data, "journal"), "*.log"));
        var (stored, load, rows, minutes) = await province.EnergyAsync(Token);
        Assert.Equal((load, minutes), (stored, rows));
    }
}
