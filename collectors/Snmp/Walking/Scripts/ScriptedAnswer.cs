namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>One variable that is expected in a response.</summary>
/// <param name="Name">Content octets of the object identifier.</param>
/// <param name="Address">Where its value, or that there is none, is reported; null when the variable is passed over.</param>
readonly record struct ScriptedAnswer(byte[] Name, string? Address, ScriptedUse Use)
{
    public bool Equals(ScriptedAnswer other) =>
        Use == other.Use && Address == other.Address && Name.AsSpan().SequenceEqual(other.Name);

    public override int GetHashCode() => HashCode.Combine(Use, Name.Length, Name[^1]);
}
