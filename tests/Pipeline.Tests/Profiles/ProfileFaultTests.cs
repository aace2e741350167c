using DcOps.Collectors.Pipeline.Profiles;
using DcOps.Domain.Configuration;

namespace DcOps.Collectors.Pipeline.Tests.Profiles;

/// <summary>A wrong profile is refused with file, line, key and reason.</summary>
public sealed class ProfileFaultTests
{
    const string Sound = """
        {
          "name": "example",
          "title": "Example",
          "source": "EXAMPLE-MIB",
          "recognise": { "systemObjectIds": ["1.3.6.1.4.1.99999"] },
          "scalars": [
            { "object": "exPower", "address": "1.3.6.1.4.1.99999.1.0", "quantity": "active-power", "unit": "kW", "scale": 0.01 },
            { "object": "exEnergy", "address": "1.3.6.1.4.1.99999.2.0", "quantity": "active-energy", "unit": "kWh", "register": {} }
          ],
          "tables": [
            {
              "table": "exOutletTable", "index": ["unit", "outlet"], "part": "outlet", "number": "outlet",
              "columns": [{ "object": "exCurrent", "address": "1.3.6.1.4.1.99999.3.1.2", "quantity": "current", "unit": "A" }]
            }
          ]
        }
        """;

    [Fact]
    public void Accepts_the_sound_one()
    {
        var profile = ProfileLibrary.Parse("example.json", Sound);

        Assert.Equal(["1.3.6.1.4.1.99999.1.0", "1.3.6.1.4.1.99999.2.0"], profile.Scalars.Select(scalar => scalar.Address));
        Assert.Equal([new("1.3.6.1.4.1.99999.3.1.2", PollCadence.Poll)], profile.Columns);
    }

    [Theory]
    [InlineData("\"unit\": \"kW\"", "\"unit\": \"kWh\"", "example.json:7: scalars[0].unit: 'kWh' cannot be the unit of active-power; known are W, kW, MW, mW, BTU/h.")]
    [InlineData("\"unit\": \"kW\", ", "", "example.json:7: scalars[0].unit: is missing; known are W, kW, MW, mW, BTU/h.")]
    [InlineData("\"scale\": 0.01", "\"scale\": 0", "example.json:7: scalars[0].scale: must be a finite number other than 0.")]
    [InlineData("\"scale\": 0.01", "\"scael\": 0.01", "example.json:7: scalars[0].scael: 'scael' is not a known key here; check its spelling.")]
    [InlineData(", \"register\": {}", "", "example.json:8: scalars[1].register: is missing; an energy register must say how it wraps: write {} when it never does.")]
    [InlineData("1.3.6.1.4.1.99999.2.0", ".1.3.6.1.4.1.99999.2.0", "example.json:8: scalars[1].address: '.1.3.6.1.4.1.99999.2.0' is not an object identifier in dotted form without leading dot, as in 1.3.6.1.2.1.33.1.2.1.0.")]
    [InlineData("1.3.6.1.4.1.99999.2.0", "1.3.6.1.4.1.99999.1.0", "example.json:8: scalars[1].address: 1.3.6.1.4.1.99999.1.0 is already scalars[0].")]
    [InlineData("\"number\": \"outlet\"", "\"number\": \"outlett\"", "example.json:12: tables[0].number: 'outlett' is no component of this table's index; known are unit, outlet.")]
    [InlineData("\"quantity\": \"current\", \"unit\": \"A\"", "\"quantity\": \"condition\"", "example.json:13: tables[0].columns[0].states: is missing; a condition needs to know what each raw code means.")]
    [InlineData("\"name\": \"example\"", "\"name\": \"exemple\"", "example.json:2: name: is 'exemple', but the file is called example: both must be the same.")]
    [InlineData("\"title\": \"Example\",", "", "title: is missing; every configuration needs it.")]
    [InlineData("\"tables\"", "\"tabels\"", "tabels: is not a known section; known are")]
    public void Names_what_is_wrong(string sound, string wrong, string expected)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        var fault = Assert.Throws<ConfigurationException>(
            () => ProfileLibrary.Parse("example.json", Sound.Replace(sound, wrong, StringComparison.Ordinal)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_every_fault_at_once()
    {
        var text = Sound.Replace("\"unit\": \"kW\"", "\"unit\": \"V\"", StringComparison.Ordinal)
            .Replace("\"unit\": \"A\"", "\"unit\": \"Hz\"", StringComparison.Ordinal);

        var fault = Assert.Throws<ConfigurationException>(() => ProfileLibrary.Parse("example.json", text));

        Assert.Equal(["scalars[0].unit", "tables[0].columns[0].unit"], fault.Faults.Select(one => one.Key));
    }

    [Fact]
    public void Names_the_folder_when_there_is_none()
    {
        var fault = Assert.Throws<ConfigurationException>(() => ProfileLibrary.Load("/nowhere/profiles"));

        Assert.Equal("/nowhere/profiles:0: profiles: is not a folder: device profiles belong there.", fault.Message);
    }
}
