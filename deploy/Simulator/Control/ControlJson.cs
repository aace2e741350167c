using System.Text.Json;
using System.Text.Json.Serialization;

namespace DcOps.Simulator.Control;

/// <summary>How the control endpoint and its client write.</summary>
static class ControlJson
{
    public static JsonSerializerOptions Form { get; } = Apply(new());

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.WriteIndented = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        return options;
    }
}
