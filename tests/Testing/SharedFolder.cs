using Xunit;

namespace DcOps.Testing;

/// <summary>Recordings and reference vectors beside the project; a test that needs them is skipped, saying so, where they are absent.</summary>
public static class SharedFolder
{
    /// <summary>Path below <c>../shared</c> of the project; skips the calling test when it does not exist.</summary>
    public static string Of(params string[] parts)
    {
        var path = Path.GetFullPath(Path.Combine([RepositoryRoot.Path, "..", "shared", .. parts]));
        Assert.SkipUnless(Path.Exists(path), $"needs shared/{string.Join('/', parts)} beside the project, which is not there");
        return path;
    }

    public static bool Has(params string[] parts) => Path.Exists(Path.Combine([RepositoryRoot.Path, "..", "shared", .. parts]));
}
