namespace DcOps.Testing.Platforms;

/// <summary>What a platform does with one message instead of taking it and saying so.</summary>
public enum PlatformFault
{
    None,

    /// <summary>Takes nothing and answers with HTTP 503.</summary>
    Unavailable,

    /// <summary>Takes the message, and the reply never arrives: the connection is cut.</summary>
    LostReply,

    /// <summary>The message arrives twice, as through a gateway that repeats it; one reply comes back.</summary>
    Twice,

    /// <summary>Takes the message and answers only after the sender has given up.</summary>
    TooLate,

    /// <summary>Takes nothing and answers with text that is no JSON.</summary>
    Gibberish,
}
