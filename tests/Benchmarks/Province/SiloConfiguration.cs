using System.Text.Json;

namespace DcOps.Benchmarks.Province;

/// <summary>The configuration of a silo that serves the load.</summary>
static class SiloConfiguration
{
    static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Write(string path, LoadSize size, int ingestPort)
    {
        using var file = File.Create(path);
        JsonSerializer.Serialize(file, Of(size, ingestPort), Form);
    }

    static object Of(LoadSize size, int ingestPort) => new
    {
        Province = new { Id = "JS", Name = Name("JS") },
        Cities = new[] { new { Code = "NJ", Name = Name("NJ") } },
        Facilities = Enumerable.Range(0, size.Facilities).Select(facility => new
        {
            Id = LoadSize.IdOf(facility).Value,
            City = "NJ",
            Name = Name(LoadSize.IdOf(facility).Value),
            Rooms = size.RacksIn(facility).GroupBy(rack => rack.Room).Select(room => new
            {
                Id = room.Key.RoomCode,
                Name = Name(room.Key.RoomCode),
                Racks = room.Select(rack => new { Id = rack.RackCode, ProvisionedKilowatts = 8 }),
            }),
        }),
        Ingest = new
        {
            Address = $"http://127.0.0.1:{ingestPort}",
            Collectors = Enumerable.Range(0, size.Collectors).Select(collector => new
            {
                Name = LoadSize.NameOf(collector),
                Token = $"text:{LoadSize.TokenOf(collector)}",
                Facilities = size.FacilitiesOf(collector).Select(facility => LoadSize.IdOf(facility).Value),
            }),
        },
    };

    static object Name(string text) => new { Chinese = text, English = text };
}
