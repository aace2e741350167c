using DcOps.Domain.PowerChain;

namespace DcOps.Domain.Tests.Alarms.Watching;

/// <summary>Two racks on two ways: rack PDUs, breakers of two panels, and two UPS; two air handlers.</summary>
static class UnitChain
{
    public static DependencyGraph Graph { get; } = Read(
        """
        facility,id,class,name,location,device,part,phase,powered-by,cooled-by,reports-through,rated-kilowatts,rated-amperes,derating
        NJ-01,ups-a,ups,,,ups-a,,,,,,100,,
        NJ-01,ups-b,ups,,,ups-b,,,,,,80,,
        NJ-01,bus,switchboard,,,,,,ups-a;ups-b,,,,,
        NJ-01,panel-a,panel,,,panel-a,,,ups-a,,,,,
        NJ-01,panel-b,panel,,,panel-b,,,ups-b,,,,,
        NJ-01,panel-a/1,breaker,,,panel-a,breaker-1,,panel-a,,,,32,0.8
        NJ-01,panel-b/1,breaker,,,panel-b,breaker-1,,panel-b,,,,32,0.8
        NJ-01,a01/pdu-a,rack-pdu,,NJ-01/R01/A01,pdu-a,,,panel-a/1,,,7,,
        NJ-01,a01/pdu-b,rack-pdu,,NJ-01/R01/A01,pdu-b,,,panel-b/1,,,7,,
        NJ-01,a01,rack,,NJ-01/R01/A01,,,,a01/pdu-a;a01/pdu-b,,,,,
        NJ-01,crah-1,cooling-unit,,,crah-1,,,,,,,,
        NJ-01,crah-2,cooling-unit,,,crah-2,,,,,,,,
        """);

    static DependencyGraph Read(string text)
    {
        var faults = new List<Csv.CsvFault>();
        var graph = ChainImport.FromCsv("chain.csv", text, faults);
        Assert.Empty(faults);
        return graph!;
    }
}
