namespace DcOps.Access.Accounts;

/// <summary>The code that makes the first account, as its hash. There is one at a time.</summary>
sealed class SetUpCodeRow
{
    public int Id { get; set; }

    /// <summary>SHA-256 in hexadecimal: the code is random and long, nothing slower is needed.</summary>
    public string Hash { get; set; } = "";

    /// <summary>UTC.</summary>
    public long ExpiresTicks { get; set; }

    public int Failures { get; set; }
}
