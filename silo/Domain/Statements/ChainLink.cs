using System.Globalization;
using DcOps.Domain.Telemetry;

namespace DcOps.Domain.Statements;

/// <summary>One step from readings to figure. Its own digest covers its content and the link before.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Subject">Which one, as in the meter's name.</param>
/// <param name="Content">Digest of the content's canonical text.</param>
public sealed record ChainLink(int Number, ChainSubject Kind, string Subject, Digest Content, Digest Previous, Digest Self)
{
    public static ChainLink After(ChainLink? last, ChainSubject kind, string subject, Digest content)
    {
        var (number, previous) = ((last?.Number ?? 0) + 1, last?.Self ?? Digest.None);
        return new(number, kind, subject, content, previous, Seal(number, kind, subject, content, previous));
    }

    /// <summary>Whether the link's digest is what its content says.</summary>
    public bool IsWhole => Self == Seal(Number, Kind, Subject, Content, Previous);

    static Digest Seal(int number, ChainSubject kind, string subject, Digest content, Digest previous) => Digest.Of(
        string.Create(CultureInfo.InvariantCulture, $"{number}\n{KebabCase.Of(kind)}\n{subject}\n{content}\n{previous}\n"));
}
