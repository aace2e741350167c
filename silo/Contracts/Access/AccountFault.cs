namespace DcOps.Contracts.Access;

/// <summary>Why something about an account was not done.</summary>
public enum AccountFault
{
    None,
    WrongCode,
    NameTaken,
    NameInvalid,
    PasswordWeak,
    PasswordWrong,
    RolesApart,
    Unknown,
    LastOfItsKind,
}
