namespace DcOps.Access;

/// <summary>How one comes in.</summary>
public enum SignInMode
{
    /// <summary>Everybody on this machine may everything.</summary>
    Open,

    /// <summary>People have local accounts.</summary>
    Accounts,
}
