namespace DcOps.Silo.Host.Ingest.Remote.Sites;

/// <summary>A configuration ready to be fetched.</summary>
/// <param name="Version">Digest of <paramref name="Body"/>.</param>
/// <param name="Since">When it was first offered, UTC; null for what was read at the start.</param>
sealed record SiteOffer(string Version, byte[] Body, DateTimeOffset? Since);
