using DcOps.Domain.Configuration;

namespace DcOps.Domain.Alarms.Work;

/// <summary>The suppressions that ship with the product, as data.</summary>
public static class DesignRules
{
    const string File = "alarm-suppressions.json";

    public static ImmutableArray<DesignRule> Shipped { get; } = Read();

    static ImmutableArray<DesignRule> Read()
    {
        var document = ConfigurationDocument.Parse(File, ShippedText.Of(File));
        var rules = document.Section<DesignRule[]>("suppressions", required: true) ?? [];
        document.ThrowIfFaulty();
        return [.. rules];
    }
}
