namespace DcOps.Signing.Keys;

/// <summary>A key or certificate that cannot sign.</summary>
/// <param name="option">Key of section <c>signing</c> that names the guilty file; empty when the product chose it.</param>
/// <param name="reason">The file, what is wrong with it, and what to do.</param>
public sealed class SigningKeyException(string option, string reason, Exception? cause = null) : Exception(reason, cause)
{
    public string Option { get; } = option;
}
