using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace DcOps.Domain.Tests;

/// <summary>Values as they are stored and sent.</summary>
static class Serialized
{
    static readonly Serializer Serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    /// <summary>All that a value holds, as text: equal for equal content, whichever objects it shares.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value);

    public static T Copy<T>(T value) => Serializer.Deserialize<T>(Serializer.SerializeToArray(value))!;
}
