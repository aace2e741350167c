using System.Text.Json;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Mqtt.Mapping;

/// <summary>The mappings that come with the product: the files of the folder <c>mappings</c>.</summary>
public static class MappingLibrary
{
    const string Folder = "mappings/";

    /// <summary>In order of name.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(MappingLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Null when there is none of that name.</summary>
    public static PayloadMapping? Find(string name) => Names.Contains(name) ? PayloadMapping.Of(Definition(name)) : null;

    /// <summary>The file of a name in <see cref="Names"/>.</summary>
    public static MappingDefinition Definition(string name)
    {
        using var file = typeof(MappingLibrary).Assembly.GetManifestResourceStream($"{Folder}{name}.json")!;
        return JsonSerializer.Deserialize<MappingDefinition>(file, ConfigurationDocument.Strict)!;
    }
}
