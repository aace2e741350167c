using System.Text.Json;
using DcOps.Collectors.Mqtt.Mapping;
using DcOps.Domain.Configuration;

namespace DcOps.Standalone;

/// <summary>
/// <c>mapping try</c>: applies a mapping to a payload and prints what becomes of it. Ends with 0 when it became readings,
/// 1 when it was refused, 2 when the line or the mapping is wrong.
/// </summary>
static class MappingCommand
{
    public const string Usage =
        """
        mapping try --mapping NAME|FILE --topic TOPIC --payload FILE|- [--described TOPIC FILE]… [--at TIME]
          --mapping    a ready-made mapping, or a file that holds one
          --payload    the message's bytes; - reads them from the input
          --described  a retained message that came before: a description, or a discovery
          --at         time of receipt, ISO 8601 (default: now)
        """;

    const int Refused = 1;
    const int WrongLine = 2;

    public static async Task<int> RunAsync(string[] line, TimeProvider time, TextWriter output, TextWriter errors)
    {
        if (line is [] or [.., "--help" or "-h"])
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            if (line is not ["try", .. var rest] || MappingTrialArguments.Parse(rest) is not { } arguments)
                throw new FormatException(Usage);

            var trial = new MappingTrial(await MappingAsync(arguments.Mapping));
            var at = arguments.At ?? time.GetUtcNow();
            foreach (var (topic, file) in arguments.Described)
                await PrintAsync(trial, trial.Read(topic, await BytesAsync(file), at), output);

            var outcome = trial.Read(arguments.Topic, await BytesAsync(arguments.Payload), at);
            await PrintAsync(trial, outcome, output);
            return outcome is MessageOutcome.Refused ? Refused : 0;
        }
        catch (Exception fault) when (fault is FormatException or MalformedMappingException or JsonException or IOException)
        {
            await errors.WriteLineAsync(fault.Message);
            return WrongLine;
        }
    }

    static async Task PrintAsync(MappingTrial trial, MessageOutcome outcome, TextWriter output)
    {
        foreach (var text in TrialReport.Lines(trial, outcome))
            await output.WriteLineAsync(text);
    }

    static async Task<PayloadMapping> MappingAsync(string nameOrFile)
    {
        if (MappingLibrary.Find(nameOrFile) is { } ready)
            return ready;
        if (!File.Exists(nameOrFile))
            throw new FormatException($"'{nameOrFile}' is neither a file nor one of {string.Join(", ", MappingLibrary.Names)}.");

        var definition = JsonSerializer.Deserialize<MappingDefinition>(await File.ReadAllBytesAsync(nameOrFile), ConfigurationDocument.Strict);
        return PayloadMapping.Of(definition ?? throw new FormatException($"{nameOrFile} holds no mapping."));
    }

    static async Task<byte[]> BytesAsync(string file)
    {
        if (file != "-")
            return await File.ReadAllBytesAsync(file);

        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
