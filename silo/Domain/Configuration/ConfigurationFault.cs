using System.Globalization;

namespace DcOps.Domain.Configuration;

/// <summary>One thing wrong in a configuration file.</summary>
/// <param name="Line">Counted from 1; 0 when the fault has no line (a missing section).</param>
/// <param name="Key">Path of the key, as in <c>facilities[0].rooms[1].id</c>.</param>
/// <param name="Reason">What is wrong and what to do, as one sentence.</param>
public sealed record ConfigurationFault(string File, int Line, string Key, string Reason)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Key}: {Reason}");
}
