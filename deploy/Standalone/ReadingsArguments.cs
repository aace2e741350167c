using System.Diagnostics.CodeAnalysis;

namespace DcOps.Standalone;

/// <summary>The command line of <c>readings import</c>.</summary>
/// <param name="Facility">Null where each file's folder names it.</param>
sealed record ReadingsArguments(ImmutableArray<string> Files, string? Facility, Uri To, bool IsDryRun)
{
    /// <summary>Null with the reason when the line is not of the form of <see cref="ReadingsCommand.Usage"/>.</summary>
    public static ReadingsArguments? TryParse(string[] line, [NotNullWhen(false)] out string? reason)
    {
        var (files, facility, to, isDryRun) = (ImmutableArray.CreateBuilder<string>(), (string?)null, "http://127.0.0.1:8080", false);
        reason = null;
        if (line is not ["import", ..])
            reason = "'readings' takes one command: import.";
        for (var index = 1; index < line.Length && reason is null; index++)
        {
            if (line[index] is "--facility" or "--to" && index + 1 == line.Length)
                reason = $"{line[index]} needs a value.";
            else if (line[index] == "--facility")
                facility = line[++index];
            else if (line[index] == "--to")
                to = line[++index];
            else if (line[index] == "--dry-run")
                isDryRun = true;
            else if (line[index].StartsWith('-'))
                reason = $"'{line[index]}' is not an option of readings import.";
            else
                files.Add(line[index]);
        }

        if (reason is null && files.Count == 0)
            reason = "Name at least one file.";
        if (reason is null && !Uri.TryCreate(to.TrimEnd('/') + "/", UriKind.Absolute, out _))
            reason = $"--to '{to}' is no address like http://127.0.0.1:8080.";
        return reason is null ? new(files.ToImmutable(), facility, new(to.TrimEnd('/') + "/"), isDryRun) : null;
    }
}
