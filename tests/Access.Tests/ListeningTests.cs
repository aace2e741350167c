using System.Globalization;
using DcOps.Testing;

namespace DcOps.Access.Tests;

/// <summary>Beyond this machine nobody comes in without an account.</summary>
public sealed class ListeningTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ \"mode\": \"open\", \"listen\": \"https://0.0.0.0:9443\" }", "access.mode: is \"open\" while access.listen leaves this machine")]
    [InlineData("{ \"mode\": \"accounts\", \"listen\": \"http://0.0.0.0:9443\" }", "access.listen: leaves this machine without TLS")]
    [InlineData("{ \"mode\": \"accounts\", \"listen\": \"https://0.0.0.0:9443\" }", "access.certificate: is missing")]
    [InlineData("{ \"mode\": \"accounts\", \"listen\": \"everywhere\" }", "access.listen: is 'everywhere'")]
    [InlineData("{ \"mode\": \"none\" }", "access.mode")]
    public async Task A_configuration_that_would_is_refused_by_key(string access, string reason)
    {
        var (output, code) = await EndedAsync($"\"access\": {access}", ["--check"]);

        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task An_address_from_the_environment_is_refused_too()
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{FreePort.Tcp()}");

        var (output, code) = await EndedAsync(
            "\"ledger\": {}", ["--port", FreePort.Tcp().ToString(CultureInfo.InvariantCulture)], new() { ["Kestrel__Endpoints__All__Url"] = address });

        Assert.Contains("beyond this machine, and nobody signs in", output, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    public void Dispose() => _folder.Dispose();

    async Task<(string Output, int Code)> EndedAsync(string section, string[] more, Dictionary<string, string>? environment = null)
    {
        var site = _folder.Of("site.json");
        await File.WriteAllTextAsync(site, ProductConfiguration.Text(section), Token);
        await using var program = ExternalProgram.Start(RunningProduct.Program, ["--config", site, "--data", _folder.Of("data"), .. more], environment);
        return (await program.UntilEndedAsync(Token), program.ExitCode);
    }
}
