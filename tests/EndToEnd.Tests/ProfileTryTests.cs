using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary><c>deploy/run profile try</c>, as the executable that it starts.</summary>
public sealed class ProfileTryTests
{
    const string Recorded = "apc_ap8853";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prints_raw_value_scale_unit_and_reading_of_every_object_side_by_side()
    {
        await using var devices = await SnmpSimulation.StartAsync([SharedFolder.Of("data", "devices", "snmprec", "pdu", Recorded + ".snmprec")]);

        var output = await RunAsync("--host", "127.0.0.1", "--port", $"{devices.Address.Port}", "--community", Recorded);

        Assert.Contains("known by sysObjectID 1.3.6.1.4.1.318.1.3.4.6", output, StringComparison.Ordinal);
        Assert.Matches(@"rPDU2DeviceStatusPower +1\.3\.6\.1\.4\.1\.318\.1\.1\.26\.4\.3\.1\.5\.1 +114 +0\.01 kW +total/active-power +1140 W", output);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_the_line_and_how_it_is_written()
    {
        Assert.Contains("there is no default", await RunAsync("--host", "127.0.0.1"), StringComparison.Ordinal);
        Assert.Contains("'--prot' is not an option of profile try.", await RunAsync("--prot", "1"), StringComparison.Ordinal);
    }

    static async Task<string> RunAsync(params string[] line)
    {
        await using var program = ExternalProgram.Start(ProductProgram.Standalone, ["profile", "try", .. line]);
        await program.UntilEndedAsync(Token);
        return program.Output;
    }
}
