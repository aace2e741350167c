using System.Text.Json;
using DcOps.Testing;

namespace DcOps.Domain.Tests;

/// <summary>The reference vectors that the project is measured by: id to expected text.</summary>
static class Vectors
{
    public static Dictionary<string, string> Load()
    {
        using var file = File.OpenRead(SharedFolder.Of("reference", "vectors.json"));
        return JsonDocument.Parse(file).RootElement.EnumerateArray().ToDictionary(
            vector => vector.GetProperty("id").GetString()!,
            vector => vector.GetProperty("expected").GetString()!,
            StringComparer.Ordinal);
    }
}
