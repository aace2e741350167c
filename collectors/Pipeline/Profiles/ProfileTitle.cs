namespace DcOps.Collectors.Pipeline.Profiles;

/// <summary>What a profile says of itself.</summary>
sealed record ProfileTitle(string Name, string Title, string Source);
