using DcOps.Domain.Access;

namespace DcOps.Contracts.Access;

/// <summary>Local accounts as pages ask for them. What concerns "the person" is about who sent the present request.</summary>
public interface IAccounts
{
    /// <summary>Whether there is any account yet.</summary>
    Task<bool> IsSetUpAsync(CancellationToken cancellationToken);

    /// <summary>Makes the first account, against the code that was printed at start, and signs it in.</summary>
    Task<AccountFault> SetUpAsync(string code, string name, string password, CancellationToken cancellationToken);

    Task<SignInAnswer> SignInAsync(string name, string password);

    /// <summary>The second step after <see cref="SignInAnswer.SecondFactor"/>: six digits, or a recovery code.</summary>
    Task<SignInAnswer> SecondFactorAsync(string code);

    Task SignOutAsync();

    /// <summary>Null when nobody is signed in.</summary>
    Task<AccountSummary?> MineAsync();

    /// <summary>The key of the person's authenticator in base 32, made new when there is none yet.</summary>
    Task<string> AuthenticatorKeyAsync();

    /// <summary>Demands a second factor from now on; the recovery codes are shown this once. Empty when the code was wrong.</summary>
    Task<ImmutableArray<string>> EnableSecondFactorAsync(string code);

    /// <summary>Ends every other session of the person.</summary>
    Task<AccountFault> ChangePasswordAsync(string current, string next);

    Task<ImmutableArray<AccountSummary>> AllAsync(CancellationToken cancellationToken);

    Task<AccountFault> CreateAsync(string name, string password, ImmutableArray<AccessGrant> grants);

    /// <summary>Replaces the grants and ends every session of the account.</summary>
    Task<AccountFault> GrantAsync(string name, ImmutableArray<AccessGrant> grants);

    /// <summary>Locks or unlocks; locking ends every session of the account.</summary>
    Task<AccountFault> LockAsync(string name, bool isLocked);
}
