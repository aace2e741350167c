namespace DcOps.Upload.Spool;

/// <summary>Quarter-hours and days of one local day at a destination, each in its newest revision.</summary>
public readonly record struct SpoolCount(int Spooled, int Acknowledged, int Refused);
