using DcOps.Domain.Statements.Printed;

namespace DcOps.Domain.Statements;

/// <summary>What a bundle holds for its readers besides its tables; the manifest names it like everything else.</summary>
static class StatementAnnexes
{
    /// <param name="tables">In the manifest's order.</param>
    /// <param name="more">Stand before the printed pages.</param>
    /// <returns>The manifest with the annexes' digests; the files with the manifest first.</returns>
    public static (StatementManifest Manifest, ImmutableArray<StatementFile> Files) With(
        StatementManifest manifest, ImmutableArray<StatementFile> tables, ImmutableArray<StatementFile> more)
    {
        ImmutableArray<StatementFile> annexes =
        [
            .. more,
            new(StatementNames.PageZh, StatementPage.Of(manifest, tables, StatementLanguage.Chinese)),
            new(StatementNames.PageEn, StatementPage.Of(manifest, tables, StatementLanguage.English)),
        ];
        var whole = manifest with
        {
            Files = manifest.Files.AddRange(annexes.Select(file => new ManifestEntry(file.Name, file.Digest.Hex))),
        };
        return (whole, [whole.ToFile(), .. tables, .. annexes]);
    }
}
