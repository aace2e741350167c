using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>A silo is backed up while it runs, its machine is lost, and another goes on from the backup.</summary>
public sealed class RestoredElsewhereTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_watt_hour_receipted_before_the_backup_is_there_once_on_an_empty_machine()
    {
        await using var province = new KilledProvince();
        await province.StartSiloAsync();
        await province.StartCollectorsAsync(Token);
        province.Play(0, 0.5);
        Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= province.Sent, Token));

        Assert.Contains(" files, ", await CommandAsync("backup", province.Of("backup"), "--to", province.Address), StringComparison.Ordinal);
        province.KillSilo();
        Directory.Delete(province.Data, recursive: true);
        Assert.Contains(" files, ", await CommandAsync("restore", province.Of("backup"), "--data", province.Of("elsewhere")), StringComparison.Ordinal);

        province.Data = province.Of("elsewhere");
        await province.StartSiloAsync();
        province.Play(0.5, 1);
        Assert.True(await KilledProvince.UntilAsync(() => province.Receipted >= province.Sent, Token));
        await province.QuietAsync(Token);
        await province.StopSiloAsync();

        var (stored, load, rows, minutes) = await province.EnergyAsync(Token);
        Assert.Equal((load, minutes), (stored, rows));
    }

    static async Task<string> CommandAsync(params string[] words)
    {
        await using var command = ExternalProgram.Start(ProductProgram.Standalone, words);
        return await command.UntilEndedAsync(Token);
    }
}
