using DcOps.Domain.Statements;

namespace DcOps.Dashboard.Pages.Reports;

/// <summary>What a reader of a filed statement looks at first: its manifest, its figures and its verdicts, as they were frozen.</summary>
/// <param name="Figures">One line per declared category; for the province, one line.</param>
/// <param name="Verdicts">One line per rule; empty for the province.</param>
/// <param name="Facilities">Facilities of the province's statement; empty for one facility's.</param>
public sealed record StatementContents(
    StatementManifest Manifest,
    ImmutableArray<StatementLine> Figures,
    ImmutableArray<StatementLine> Verdicts,
    ImmutableArray<StatementLine> Facilities)
{
    /// <exception cref="FormatException">The manifest is missing or of a format that is not known.</exception>
    public static StatementContents Of(IReadOnlyCollection<StatementFile> files)
    {
        string? Text(string name) => files.FirstOrDefault(file => file.Name == name)?.Text;
        var manifest = Text(StatementNames.Manifest) ?? throw new FormatException("The statement has no manifest.");
        return new(
            StatementManifest.Parse(manifest), StatementLine.Read(Text(StatementNames.Figures)),
            StatementLine.Read(Text(StatementNames.Verdicts)), StatementLine.Read(Text(StatementNames.Facilities)));
    }
}
