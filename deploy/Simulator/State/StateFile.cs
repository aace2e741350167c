using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Simulator.State;

/// <summary>The state on disk: written beside and renamed, so that a crash leaves the old or the new one whole.</summary>
public sealed class StateFile(string folder)
{
    static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        IgnoreReadOnlyProperties = true,
    };

    public string Path { get; } = System.IO.Path.Combine(folder, "simulator-state.json");

    /// <returns>Null when there is none.</returns>
    /// <exception cref="StateMismatchException">The file cannot be read.</exception>
    public ProvinceState? Read()
    {
        if (!File.Exists(Path))
            return null;

        try
        {
            using var stream = File.OpenRead(Path);
            return JsonSerializer.Deserialize<ProvinceState>(stream, Form);
        }
        catch (JsonException fault)
        {
            throw new StateMismatchException($"{Path} is not a state of the simulator ({fault.Message}); remove it to begin anew.");
        }
    }

    public void Write(ProvinceState state)
    {
        Directory.CreateDirectory(folder);
        var beside = Path + ".new";
        using (var stream = File.Create(beside))
        {
            JsonSerializer.Serialize(stream, state, Form);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, Path, overwrite: true);
    }
}
