namespace DcOps.Planning.Dispatch;

/// <summary>What a site makes of a command.</summary>
/// <param name="Text">In the site's words, or what went wrong; null where there is nothing to say.</param>
public sealed record SiteAnswer(SiteVerdict Verdict, string? Text)
{
    public static SiteAnswer Taken { get; } = new(SiteVerdict.Taken, null);
}
