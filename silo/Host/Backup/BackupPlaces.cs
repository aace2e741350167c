namespace DcOps.Silo.Host.Backup;

/// <summary>Where what is backed up lies.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Configuration">The configuration file.</param>
sealed record BackupPlaces(string Data, string Configuration);
