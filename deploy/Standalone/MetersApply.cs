using System.Globalization;
using System.Net;
using DcOps.Domain.Metering;
using DcOps.Import;

namespace DcOps.Standalone;

/// <summary><c>meters apply</c>: shows what a register of meters changes in the running product, and puts it in force.</summary>
static class MetersApply
{
    const int Refused = 1;

    /// <param name="Number">Of the revision in force.</param>
    /// <param name="Table">The registry in force as CSV.</param>
    sealed record Registry(int Number, string Table);

    /// <returns>0 when it is in force or was only compared; 1 when the product refused or could not be reached.</returns>
    public static async Task<int> RunAsync(MetersApplyArguments arguments, MetersCommand.Reader read, TextWriter output, TextWriter errors)
    {
        if (await read(arguments.File, errors) is not { } proposed)
            return Refused;

        using var client = new HttpClient { BaseAddress = arguments.To, Timeout = TimeSpan.FromMinutes(1) };
        try
        {
            var inForce = await client.GetFromJsonAsync<Registry>("ledger/meters") ?? throw new HttpRequestException("The product answered nothing.");
            var before = MeterCsv.Read($"{arguments.To}ledger/meters", inForce.Table, out _)
                ?? throw new HttpRequestException("The product's own register cannot be read; it is of another version.");
            var difference = MeterRegistryDifference.Between(before, proposed);
            foreach (var text in DifferenceText.Lines(difference))
                await output.WriteLineAsync(text);
            if (difference.IsEmpty || arguments.IsDryRun)
                return 0;

            using var answer = await client.PostAsJsonAsync("ledger/meters", new
            {
                arguments.File,
                Table = MeterCsv.Write(proposed),
                Basis = inForce.Number,
                arguments.Name,
                arguments.Reason,
            });
            if (answer.StatusCode == HttpStatusCode.OK && await answer.Content.ReadFromJsonAsync<Registry>() is { } applied)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"revision {applied.Number} is in force"));
                return 0;
            }

            var reason = await answer.Content.ReadAsStringAsync();
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"refused ({(int)answer.StatusCode}): {reason}"));
            return Refused;
        }
        catch (HttpRequestException fault)
        {
            await errors.WriteLineAsync($"{arguments.To} cannot be asked: {fault.Message} Start the product, or name it with --to.");
            return Refused;
        }
    }
}
