using System.Globalization;
using DcOps.Domain.Configuration;
using DcOps.Domain.Units;

namespace DcOps.Domain.Topology;

/// <summary>Reads sections <c>province</c>, <c>cities</c> and <c>facilities</c> of a configuration.</summary>
public sealed class InventoryLoader
{
    readonly ConfigurationDocument _document;
    readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    bool _isFaulty;

    InventoryLoader(ConfigurationDocument document) => _document = document;

    /// <summary>Null when a section is missing or faulty; every fault is collected in the document.</summary>
    public static Inventory? Load(ConfigurationDocument document) => new InventoryLoader(document).Load();

    Inventory? Load()
    {
        var province = _document.Section<ProvinceSection>(ProvinceSection.Section, required: true);
        var cities = _document.Section<CitySection[]>(CitySection.Section, required: true);
        var facilities = _document.Section<FacilitySection[]>(FacilitySection.Section, required: true);
        if (province is null || cities is null || facilities is null)
            return null;

        if (!ProvinceId.TryParse(province.Id, out var id))
            Refuse("province.id", $"'{province.Id}' is not a province code ({Code.Form}).");
        if (facilities.Length == 0)
            Refuse(FacilitySection.Section, "is empty; a province has at least one facility.");

        var ofCities = Each(cities, CitySection.Section, City);
        var ofFacilities = Each(facilities, FacilitySection.Section, Facility);
        return _isFaulty ? null : new(id, province.Name.Designation, ofCities, ofFacilities);
    }

    City? City(CitySection section, string path)
    {
        if (!CityCode.TryParse(section.Code, out var code))
            return Refuse<City>($"{path}.code", $"'{section.Code}' is not a city code ({Code.Form}).");
        if (!Claim($"city {code}", $"{path}.code"))
            return null;
        if (section.Column is null != section.Row is null)
            return Refuse<City>(path, "has one of 'column' and 'row'; a tile needs both.");
        return section is { Column: { } column, Row: { } row }
            && !Claim(string.Create(CultureInfo.InvariantCulture, $"tile column {column}, row {row}"), path)
            ? null
            : new(code, section.Name.Designation, section.Column, section.Row);
    }

    Facility? Facility(FacilitySection section, string path)
    {
        if (!CityCode.TryParse(section.City, out var city) || !_places.ContainsKey($"city {city}"))
            Refuse($"{path}.city", $"'{section.City}' is not a city of section '{CitySection.Section}'.");
        if (!FacilityId.TryParse(section.Id, out var id))
            return Refuse<Facility>($"{path}.id", $"'{section.Id}' is not a facility id ({Code.Form}).");
        if (!Claim($"facility {id}", $"{path}.id"))
            return null;

        var rooms = Each(section.Rooms, $"{path}.rooms", (room, at) => Room(room, id, at));
        var meters = Each(section.Boundary, $"{path}.boundary", (meter, at) => Meter(meter, id, at));
        return new(
            id, city, section.Name.Designation, rooms, meters,
            section.ItCapacityKilowatts is { } kilowatts ? Power.FromKilowatts(kilowatts) : null);
    }

    Room? Room(RoomSection section, FacilityId facility, string path)
    {
        if (!Code.IsWellFormed(section.Id))
            return Refuse<Room>($"{path}.id", $"'{section.Id}' is not a room code ({Code.Form}).");

        var id = new RoomId(facility, section.Id);
        return Claim($"room {id}", $"{path}.id")
            ? new(id, section.Name.Designation, Each(section.Racks, $"{path}.racks", (rack, at) => Rack(rack, id, at)))
            : null;
    }

    Rack? Rack(RackSection section, RoomId room, string path)
    {
        if (!Code.IsWellFormed(section.Id))
            return Refuse<Rack>($"{path}.id", $"'{section.Id}' is not a rack code ({Code.Form}).");

        var id = new RackId(room, section.Id);
        return Claim($"rack {id}", $"{path}.id") ? new(id, Power.FromKilowatts(section.ProvisionedKilowatts)) : null;
    }

    BoundaryMeter? Meter(BoundaryMeterSection section, FacilityId facility, string path)
    {
        if (section.Role is MeterRole.None or MeterRole.ItInput)
        {
            return Refuse<BoundaryMeter>(
                $"{path}.role",
                section.Role == MeterRole.None
                    ? "is 'none'; leave the meter out instead."
                    : "is 'it-input', which the registers of the racks are by themselves.");
        }

        // The running day's figures are made of what enters alone: a term that they would leave out must not be declared here.
        if (section.Role is MeterRole.Export or MeterRole.BoughtCooling or MeterRole.Fuel or MeterRole.Water)
            return Refuse<BoundaryMeter>($"{path}.role", "is counted over closed periods only; declare the meter in the meter registry.");

        return Claim($"boundary meter {section.Device} of {facility}", $"{path}.device") ? new(section.Device, section.Role) : null;
    }

    static ImmutableArray<TBuilt> Each<TSection, TBuilt>(
        IReadOnlyList<TSection> sections, string path, Func<TSection, string, TBuilt?> build)
        where TBuilt : class
    {
        var built = ImmutableArray.CreateBuilder<TBuilt>(sections.Count);
        for (var index = 0; index < sections.Count; index++)
        {
            if (build(sections[index], string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")) is { } one)
                built.Add(one);
        }

        return built.DrainToImmutable();
    }

    /// <summary>Notes a name as taken; refuses it when it is, naming both places.</summary>
    bool Claim(string what, string path)
    {
        if (_places.TryAdd(what, path))
            return true;

        Refuse(path, $"declares {what} again; it is declared at {_places[what]} (line {_document.LineOf(_places[what])}).");
        return false;
    }

    T? Refuse<T>(string path, string reason)
        where T : class
    {
        Refuse(path, reason);
        return null;
    }

    void Refuse(string path, string reason)
    {
        _isFaulty = true;
        _document.Refuse(path, reason);
    }
}
