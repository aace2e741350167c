using DcOps.Testing;

namespace DcOps.EndToEnd.Tests;

/// <summary>The product's own executables, as built beside these tests.</summary>
static class ProductProgram
{
    public static string Standalone => Of("DcOps.Standalone");

    public static string Simulator => Of("DcOps.Simulator");

    public static string Collector => Of("DcOps.Collectors.Host");

    /// <summary>The silo alone, to be started by <c>dotnet</c>.</summary>
    public static string Silo => Of("DcOps.Silo.Host") + ".dll";

    // artifacts/bin/<project>/<configuration>/: the configuration is the one that these tests were built in.
    static string Of(string name)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        return RepositoryRoot.Of("artifacts", "bin", name, configuration, name);
    }
}
