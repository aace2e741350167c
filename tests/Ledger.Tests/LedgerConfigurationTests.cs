using DcOps.Domain.Configuration;
using DcOps.Domain.Metering;
using DcOps.Domain.Rules;
using DcOps.Testing;

namespace DcOps.Ledger.Tests;

public sealed class LedgerConfigurationTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly TrialProvince _province = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_section_the_boundary_is_the_registry_and_nothing_is_declared()
    {
        var settings = LedgerConfiguration.Load(Document("{}"), _province.Parts.Inventory);

        Assert.Empty(settings.Meters.Entries);
        Assert.Empty(settings.Declarations);
        Assert.Null(settings.Criteria);
    }

    [Fact]
    public void Tables_beside_the_configuration_are_read_and_written_back_the_same()
    {
        File.WriteAllText(_folder.Of("meters.csv"), MeterCsv.Write(_province.Registry));
        var declared = DeclarationCsv.Write(_province.Parts.Settings.Declarations.Values);
        File.WriteAllText(_folder.Of("facilities.csv"), declared);
        var document = Document("""{ "ledger": { "meters": "meters.csv", "facilities": "facilities.csv" } }""");

        var settings = LedgerConfiguration.Load(document, _province.Parts.Inventory);

        document.ThrowIfFaulty();
        Assert.Equal(_province.Registry.Entries, settings.Meters.Entries);
        Assert.Equal(declared, DeclarationCsv.Write(settings.Declarations.Values));
        Assert.Equal(ProjectKind.Existing, settings.Declarations[TrialProvince.Nanjing].Profile.Project);
    }

    [Fact]
    public void Every_fault_of_a_table_names_file_line_column_and_what_to_do()
    {
        File.WriteAllText(
            _folder.Of("facilities.csv"),
            string.Join(',', DeclarationCsv.Columns) + "\nNJ-01,many,old,2015-01-01,,,,,0.9,,,,\nXX-99,,,,,,,,,,,,\n");
        var document = Document("""{ "ledger": { "facilities": "facilities.csv", "meters": "nowhere.csv", "targetRatio": 9 } }""");
        LedgerConfiguration.Load(document, _province.Parts.Inventory);
        var section = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message;
        Assert.Contains("ledger.targetRatio", section, StringComparison.Ordinal);

        document = Document("""{ "ledger": { "facilities": "facilities.csv", "meters": "nowhere.csv" } }""");
        LedgerConfiguration.Load(document, _province.Parts.Inventory);
        var faults = Assert.Throws<ConfigurationException>(document.ThrowIfFaulty).Message;

        Assert.Contains("ledger.meters: names nowhere.csv", faults, StringComparison.Ordinal);
        Assert.Contains("facilities.csv:2: standard_racks: is 'many'; write a number above zero", faults, StringComparison.Ordinal);
        Assert.Contains("facilities.csv:2: project: is 'old'; write one of new, rebuilt, extended, existing", faults, StringComparison.Ordinal);
        Assert.Contains("facilities.csv:2: design_ratio: is '0.9'", faults, StringComparison.Ordinal);
        Assert.Contains("facilities.csv:3: facility: is 'XX-99', which the inventory does not have", faults, StringComparison.Ordinal);
    }

    ConfigurationDocument Document(string json) => ConfigurationDocument.Parse(_folder.Of("site.json"), json);
}
