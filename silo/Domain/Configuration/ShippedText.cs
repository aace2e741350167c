using System.Reflection;

namespace DcOps.Domain.Configuration;

/// <summary>Data files that are part of this assembly: rules and factors as they were when the product was built.</summary>
static class ShippedText
{
    /// <exception cref="FileNotFoundException">No such file was built in.</exception>
    public static string Of(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"No data file '{file}' was built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
