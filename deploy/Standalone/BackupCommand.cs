using System.Globalization;
using DcOps.Domain.Configuration;
using DcOps.Domain.Ledger.Archive;
using DcOps.Silo.Host.Backup;

namespace DcOps.Standalone;

/// <summary>The commands <c>backup</c>, which the running product carries out, and <c>restore</c>, for a machine that has nothing yet.</summary>
static class BackupCommand
{
    public const string Usage = """
        backup DIR [--to URL]
          DIR            a folder that is not there yet, or is empty
          --to URL       the running product (default http://127.0.0.1:8080)
        restore DIR [--data DATA] [--registry SECRET]
          DIR            a backup
          --data DATA    data folder to be, not there yet or empty (default data)
          --registry S   an empty PostgreSQL database, as in file:registry.txt, where the backup's registry is PostgreSQL's
        """;

    const int Done = 0;
    const int Refused = 1;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (line.Contains("--help", StringComparer.Ordinal))
        {
            await output.WriteLineAsync(Usage);
            return Done;
        }

        try
        {
            return line switch
            {
                ["backup", var folder] => await TakeAsync(folder, "http://127.0.0.1:8080", output, errors, cancellationToken),
                ["backup", var folder, "--to", var product] => await TakeAsync(folder, product, output, errors, cancellationToken),
                ["restore", var folder] => await BringAsync(folder, "data", null, output, cancellationToken),
                ["restore", var folder, "--data", var data] => await BringAsync(folder, data, null, output, cancellationToken),
                ["restore", var folder, "--data", var data, "--registry", var secret] => await BringAsync(folder, data, secret, output, cancellationToken),
                _ => await WrongAsync(errors),
            };
        }
        catch (Exception refused) when (refused is BackupRefusedException or ArchiveUnavailableException or IOException or UnauthorizedAccessException or FormatException)
        {
            await errors.WriteLineAsync(refused.Message);
            return Refused;
        }
    }

    static async Task<int> TakeAsync(string folder, string product, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var answer = await client.PostAsync(
                new Uri($"{product.TrimEnd('/')}/backup?folder={Uri.EscapeDataString(Path.GetFullPath(folder))}"), null, cancellationToken);
            var said = await answer.Content.ReadAsStringAsync(cancellationToken);
            await (answer.IsSuccessStatusCode ? output : errors).WriteLineAsync(said);
            return answer.IsSuccessStatusCode ? Done : Refused;
        }
        catch (HttpRequestException fault)
        {
            await errors.WriteLineAsync($"{product} cannot be reached: {fault.Message} Start the product, or name it with --to.");
            return Refused;
        }
    }

    static async Task<int> BringAsync(string folder, string data, string? secret, TextWriter output, CancellationToken cancellationToken)
    {
        var registry = secret is null ? null : Secret.Parse(secret).Reveal(out var reason) ?? throw new BackupRefusedException($"--registry: {reason}");
        var manifest = await RestoreRun.BringAsync(folder, data, registry, cancellationToken);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{data}: {manifest.Files.Length} files, as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC"));
        foreach (var elsewhere in manifest.Elsewhere)
            await output.WriteLineAsync(elsewhere);
        return Done;
    }

    static async Task<int> WrongAsync(TextWriter errors)
    {
        await errors.WriteLineAsync(Usage);
        return WrongLine;
    }
}
