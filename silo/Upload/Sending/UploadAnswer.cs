namespace DcOps.Upload.Sending;

/// <summary>How a platform answered a message.</summary>
public abstract record UploadAnswer
{
    UploadAnswer()
    {
    }

    /// <summary>It has the items.</summary>
    /// <param name="HadThem">It had them before: a reply of ours was lost.</param>
    public sealed record Taken(bool HadThem) : UploadAnswer;

    /// <summary>It will never take the message as it is.</summary>
    /// <param name="Code">As the platform gave it; null when it gave none.</param>
    public sealed record Refused(string Reason, string? Code = null) : UploadAnswer;

    /// <summary>Nobody knows whether it has them: the message goes again.</summary>
    /// <param name="Code">Of the platform, or the status of HTTP; null when nobody answered.</param>
    public sealed record Failed(string Reason, string? Code = null) : UploadAnswer;
}
