namespace DcOps.Standalone;

/// <summary>What follows <c>meters apply</c>.</summary>
/// <param name="File">Ends in .csv, .yaml or .yml.</param>
/// <param name="To">The running product.</param>
/// <param name="Name">Who changes the registry; empty in a dry run alone.</param>
/// <param name="Reason">Why; empty in a dry run alone.</param>
sealed record MetersApplyArguments(string File, Uri To, string Name, string Reason, bool IsDryRun)
{
    const string Product = "http://127.0.0.1:8080";

    /// <exception cref="FormatException">The line is wrong; the message says where.</exception>
    public static MetersApplyArguments Parse(string[] line)
    {
        var (file, to, name, reason, isDryRun) = ("", Product, "", "", false);
        for (var index = 0; index < line.Length; index++)
        {
            switch (line[index])
            {
                case "--dry-run":
                    isDryRun = true;
                    break;
                case "--to" or "--name" or "--reason" when index + 1 == line.Length:
                    throw new FormatException($"{line[index]} needs a value.");
                case "--to":
                    to = line[++index];
                    break;
                case "--name":
                    name = line[++index];
                    break;
                case "--reason":
                    reason = line[++index];
                    break;
                case var each when each.StartsWith("--", StringComparison.Ordinal) || file.Length > 0:
                    throw new FormatException($"'{each}' is not understood.\n{MetersCommand.Usage}");
                default:
                    file = line[index];
                    break;
            }
        }

        if (file.Length == 0)
            throw new FormatException($"Which file?\n{MetersCommand.Usage}");
        if (!Uri.TryCreate(to.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FormatException($"--to is '{to}'; write an address like {Product}.");
        if (!isDryRun && (name.Trim().Length == 0 || reason.Trim().Length == 0))
            throw new FormatException("A change of the registry needs --name and --reason; --dry-run shows what it would change.");

        return new(file, address, name.Trim(), reason.Trim(), isDryRun);
    }
}
