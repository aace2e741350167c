using DcOps.Contracts.Access;
using DcOps.Domain.Access;

namespace DcOps.Access.Tests;

/// <summary>Accounts that were set up; the gate asks nothing else of them.</summary>
sealed class NoAccounts : IAccounts
{
    public Task<bool> IsSetUpAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<AccountFault> SetUpAsync(string code, string name, string password, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<SignInAnswer> SignInAsync(string name, string password) => throw new NotSupportedException();

    public Task<SignInAnswer> SecondFactorAsync(string code) => throw new NotSupportedException();

    public Task SignOutAsync() => throw new NotSupportedException();

    public Task<AccountSummary?> MineAsync() => throw new NotSupportedException();

    public Task<string> AuthenticatorKeyAsync() => throw new NotSupportedException();

    public Task<ImmutableArray<string>> EnableSecondFactorAsync(string code) => throw new NotSupportedException();

    public Task<AccountFault> ChangePasswordAsync(string current, string next) => throw new NotSupportedException();

    public Task<ImmutableArray<AccountSummary>> AllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AccountFault> CreateAsync(string name, string password, ImmutableArray<AccessGrant> grants) => throw new NotSupportedException();

    public Task<AccountFault> GrantAsync(string name, ImmutableArray<AccessGrant> grants) => throw new NotSupportedException();

    public Task<AccountFault> LockAsync(string name, bool isLocked) => throw new NotSupportedException();
}
