using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DcOps.Testing;

namespace DcOps.Access.Tests;

/// <summary>The product as it is installed, with accounts; its first account was made with the code that it printed.</summary>
public sealed partial class RunningProduct : IAsyncLifetime
{
    public const string Password = "Correct-Horse-9";
    public const string First = "王伟";

    readonly ScratchFolder _folder = new();
    readonly int _port = FreePort.Tcp();
    ExternalProgram? _product;
    Visitor? _security;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Program => RepositoryRoot.Of(
        "artifacts", "bin", "DcOps.Standalone", new DirectoryInfo(AppContext.BaseDirectory).Name, "DcOps.Standalone");

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{_port}");

    /// <summary>The page that a wrong code got before the right one was given.</summary>
    public string WrongCodeAnswer { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var site = _folder.Of("site.json");
        await File.WriteAllTextAsync(site, ProductConfiguration.Text("\"access\": { \"mode\": \"accounts\" }"), Token);
        _product = ExternalProgram.Start(Program, ["--config", site, "--data", _folder.Of("data"), "--port", _port.ToString(CultureInfo.InvariantCulture)]);
        await _product.UntilAsync("first page", _ => Task.FromResult(_product.Output.Contains("DcOps answers at", StringComparison.Ordinal)), Token);
        _security = new Visitor(Address);
        (_, WrongCodeAnswer) = await SetUpAsync(Security, "AAAAA-AAAAA-AAAAA-AAAAA");
        var (status, _) = await SetUpAsync(Security, SetUpCode().Match(_product.Output).Value);
        Assert.Equal(HttpStatusCode.Redirect, status);
    }

    /// <summary>Who holds the first account, signed in.</summary>
    internal Visitor Security => _security!;

    /// <summary>Somebody with an account of their own, signed in.</summary>
    internal async Task<Visitor> VisitorAsync(string name, string role, string scope)
    {
        var (status, text) = await Security.SendAsync(
            "/accounts", "account", ("Entry.Deed", "Create"), ("Entry.Person", name), ("Entry.Password", Password), ("Entry.Role", role), ("Entry.Scope", scope));
        Assert.True(status == HttpStatusCode.Redirect, text);
        var visitor = new Visitor(Address);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync(name, Password)).Status);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        _security?.Dispose();
        if (_product is not null)
            await _product.DisposeAsync();
        _folder.Dispose();
    }

    static Task<(HttpStatusCode, string)> SetUpAsync(Visitor visitor, string code) =>
        visitor.SendAsync("/setup", "setup", ("Entry.Code", code), ("Entry.Person", First), ("Entry.Password", Password));

    [GeneratedRegex("[A-Z0-9]{5}(-[A-Z0-9]{5}){3}")]
    private static partial Regex SetUpCode();
}
