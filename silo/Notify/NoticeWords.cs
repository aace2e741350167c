namespace DcOps.Notify;

/// <summary>A notice in words, in one language.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Some lines.</param>
/// <param name="Link">To the incident's page; null where the product's own address is not configured.</param>
public sealed record NoticeWords(string Title, string Body, string? Link);
