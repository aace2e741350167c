namespace DcOps.Contracts.Access;

/// <summary>How an attempt to sign in ended. It does not tell a wrong name from a wrong password.</summary>
public enum SignInAnswer
{
    Done,
    SecondFactor,
    Refused,
    LockedOut,
}
