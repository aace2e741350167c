namespace DcOps.Contracts.Access;

/// <summary>Whether people sign in.</summary>
public sealed record AccessMode(bool HasAccounts)
{
    /// <summary>Nobody signs in and everybody may everything: for one machine that talks to itself alone.</summary>
    public static AccessMode Open { get; } = new(HasAccounts: false);

    public static AccessMode Accounts { get; } = new(HasAccounts: true);
}
