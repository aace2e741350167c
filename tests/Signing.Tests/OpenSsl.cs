using DcOps.Testing;

namespace DcOps.Signing.Tests;

/// <summary>The real openssl, as an inspector would use it.</summary>
static class OpenSsl
{
    public static async Task<(int Code, string Printed)> RunAsync(string folder, params string[] arguments)
    {
        await using var program = ExternalProgram.Start(ExternalProgram.Find("openssl", "openssl"), arguments, folder: folder);
        var printed = await program.UntilEndedAsync(TestContext.Current.CancellationToken);
        return (program.ExitCode, printed);
    }

    /// <exception cref="InvalidOperationException">It failed; the message is what it printed.</exception>
    public static async Task<string> MustAsync(string folder, params string[] arguments)
    {
        var (code, printed) = await RunAsync(folder, arguments);
        return code == 0 ? printed : throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}:\n{printed}");
    }

    /// <summary>Verifies <c>manifest.p7s</c> over <c>manifest.json</c> against <c>ca.pem</c>, all in the folder.</summary>
    public static Task<(int Code, string Printed)> VerifyAsync(string folder, string form = "DER") => RunAsync(
        folder, "cms", "-verify", "-binary", "-inform", form, "-in", "manifest.p7s", "-content", "manifest.json", "-CAfile", "ca.pem",
        "-out", "verified.json");
}
