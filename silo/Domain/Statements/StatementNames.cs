namespace DcOps.Domain.Statements;

/// <summary>Names of the files of a bundle.</summary>
public static class StatementNames
{
    public const string Manifest = "manifest.json";
    public const string Readings = "readings.csv";
    public const string Samples = "samples.csv";
    public const string Meters = "meters.csv";
    public const string Corrections = "corrections.csv";
    public const string Intervals = "intervals.csv";
    public const string Figures = "figures.csv";
    public const string Verdicts = "verdicts.csv";
    public const string Weather = "weather.csv";
    public const string Chain = "chain.csv";
    public const string Facilities = "facilities.csv";

    /// <summary>Makes the figure again from the raw readings and shares no code with the product.</summary>
    public const string Script = "recompute.py";

    public const string PageZh = "statement.zh.html";
    public const string PageEn = "statement.en.html";

    /// <summary>CMS SignedData over the manifest, DER; named by no manifest.</summary>
    public const string Signature = "manifest.p7s";

    /// <summary>The files of a facility's bundle besides the manifest, in the order of the manifest.</summary>
    public static ImmutableArray<string> OfFacility { get; } =
        [Figures, Verdicts, Meters, Corrections, Intervals, Readings, Samples, Weather, Chain];

    /// <summary>The files of the province's bundle besides the manifest.</summary>
    public static ImmutableArray<string> OfProvince { get; } = [Figures, Facilities];
}
