namespace DcOps.Collectors.Snmp.Configuration;

/// <summary>A digest that old cards know as their only one, and that must be allowed by name.</summary>
public enum LegacyDigest : byte
{
    None = 0,
    Md5,
    Sha1,
}
