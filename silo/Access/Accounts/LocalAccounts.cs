using System.Security.Claims;
using DcOps.Contracts.Access;
using DcOps.Domain.Access;
using DcOps.Signing.Passwords;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DcOps.Access.Accounts;

/// <summary>Accounts of this product itself, on ASP.NET Core Identity.</summary>
sealed class LocalAccounts(
    AccountsContext context, UserManager<Account> users, SignInManager<Account> sessions, SetUpDoor door, IHttpContextAccessor http) : IAccounts
{
    const int RecoveryCodes = 10;
    const int LongestName = 100;
    const string Issuer = "DcOps";

    // What a name that nobody has is compared with, so that it takes as long.
    static readonly Lazy<string> Nobody = new(() => Argon2Hash.Of(Guid.NewGuid().ToString("N")));

    static readonly ImmutableArray<AccessGrant> First =
        [new(AccessRole.Administrator, AccessScope.Province), new(AccessRole.SecurityAdministrator, AccessScope.Province)];

    public Task<bool> IsSetUpAsync(CancellationToken cancellationToken) => context.Users.AnyAsync(cancellationToken);

    public async Task<AccountFault> SetUpAsync(string code, string name, string password, CancellationToken cancellationToken)
    {
        if (!await door.IsRightAsync(code, cancellationToken))
            return AccountFault.WrongCode;

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var fault = await CreateAsync(name, password, First);
        if (fault != AccountFault.None)
            return fault;
        if (!await door.CloseAsync(cancellationToken))
            return AccountFault.WrongCode;

        await transaction.CommitAsync(cancellationToken);
        await sessions.SignInAsync((await users.FindByNameAsync(name))!, isPersistent: false);
        return AccountFault.None;
    }

    public async Task<SignInAnswer> SignInAsync(string name, string password)
    {
        if (password.Length > PasswordRule.Longest)
            return SignInAnswer.Refused;
        if (await users.FindByNameAsync(name) is not { } account)
        {
            _ = Argon2Hash.Matches(Nobody.Value, password, out _);
            return SignInAnswer.Refused;
        }

        return AnswerOf(await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
    }

    public async Task<SignInAnswer> SecondFactorAsync(string code)
    {
        var plain = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        return AnswerOf(plain.Length == 6 && plain.All(char.IsAsciiDigit)
            ? await sessions.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false)
            : await RecoveryAsync(plain));
    }

    public Task SignOutAsync() => sessions.SignOutAsync();

    public async Task<AccountSummary?> MineAsync() => await MeAsync() is { } account ? await SummaryAsync(account) : null;

    public async Task<string> AuthenticatorKeyAsync()
    {
        var account = await MeAsync() ?? throw new InvalidOperationException("Nobody is signed in.");
        if (await users.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key)
            return key;

        await users.ResetAuthenticatorKeyAsync(account);
        await sessions.RefreshSignInAsync(account);
        return await users.GetAuthenticatorKeyAsync(account) ?? "";
    }

    public async Task<ImmutableArray<string>> EnableSecondFactorAsync(string code)
    {
        var account = await MeAsync() ?? throw new InvalidOperationException("Nobody is signed in.");
        var plain = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, plain))
            return [];

        await users.SetTwoFactorEnabledAsync(account, enabled: true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await sessions.RefreshSignInAsync(account);
        return [.. codes ?? []];
    }

    public async Task<AccountFault> ChangePasswordAsync(string current, string next)
    {
        var account = await MeAsync() ?? throw new InvalidOperationException("Nobody is signed in.");
        var result = await users.ChangePasswordAsync(account, current, next);
        if (!result.Succeeded)
            return FaultOf(result);

        await sessions.RefreshSignInAsync(account);
        return AccountFault.None;
    }

    public async Task<ImmutableArray<AccountSummary>> AllAsync(CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<AccountSummary>();
        foreach (var account in await context.Users.OrderBy(account => account.NormalizedUserName).ToListAsync(cancellationToken))
            all.Add(await SummaryAsync(account));
        return all.ToImmutable();
    }

    public async Task<AccountFault> CreateAsync(string name, string password, ImmutableArray<AccessGrant> grants)
    {
        if (!AccessGrant.MayBeOnePerson(grants))
            return AccountFault.RolesApart;
        if (name.Trim() is not { Length: > 0 and <= LongestName } plain || plain.Any(char.IsControl))
            return AccountFault.NameInvalid;

        var account = new Account { UserName = plain, LockoutEnabled = true };
        var created = await users.CreateAsync(account, password);
        if (!created.Succeeded)
            return FaultOf(created);

        var granted = await users.AddClaimsAsync(account, Claims(grants));
        return granted.Succeeded ? AccountFault.None : FaultOf(granted);
    }

    public async Task<AccountFault> GrantAsync(string name, ImmutableArray<AccessGrant> grants)
    {
        if (await users.FindByNameAsync(name) is not { } account)
            return AccountFault.Unknown;
        if (!AccessGrant.MayBeOnePerson(grants))
            return AccountFault.RolesApart;
        if (!grants.Any(IsSecurity) && await IsLastSecurityAsync(account))
            return AccountFault.LastOfItsKind;

        await using var transaction = await context.Database.BeginTransactionAsync();
        await users.RemoveClaimsAsync(account, [.. (await users.GetClaimsAsync(account)).Where(claim => claim.Type == AccessClaims.Grant)]);
        await users.AddClaimsAsync(account, Claims(grants));
        await users.UpdateSecurityStampAsync(account);
        await transaction.CommitAsync();
        return AccountFault.None;
    }

    public async Task<AccountFault> LockAsync(string name, bool isLocked)
    {
        if (await users.FindByNameAsync(name) is not { } account)
            return AccountFault.Unknown;
        if (isLocked && await IsLastSecurityAsync(account))
            return AccountFault.LastOfItsKind;

        await users.SetLockoutEndDateAsync(account, isLocked ? DateTimeOffset.MaxValue : null);
        if (!isLocked)
            await users.ResetAccessFailedCountAsync(account);
        await users.UpdateSecurityStampAsync(account);
        return AccountFault.None;
    }

    /// <summary>The address that an authenticator takes instead of the bare key.</summary>
    internal static string AuthenticatorAddress(string name, string key) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Issuer}&digits=6";

    static SignInAnswer AnswerOf(SignInResult result) =>
        result.Succeeded ? SignInAnswer.Done
        : result.RequiresTwoFactor ? SignInAnswer.SecondFactor
        : result.IsLockedOut ? SignInAnswer.LockedOut
        : SignInAnswer.Refused;

    static AccountFault FaultOf(IdentityResult result) => result.Errors.FirstOrDefault()?.Code switch
    {
        "DuplicateUserName" => AccountFault.NameTaken,
        "InvalidUserName" => AccountFault.NameInvalid,
        "PasswordMismatch" => AccountFault.PasswordWrong,
        nameof(PasswordRule) => AccountFault.PasswordWeak,
        _ => AccountFault.Unknown,
    };

    static IEnumerable<Claim> Claims(ImmutableArray<AccessGrant> grants) =>
        grants.Distinct().Select(grant => new Claim(AccessClaims.Grant, grant.ToString()));

    static bool IsSecurity(AccessGrant grant) => grant.Role == AccessRole.SecurityAdministrator;

    async Task<bool> IsLastSecurityAsync(Account account)
    {
        var security = new AccessGrant(AccessRole.SecurityAdministrator, AccessScope.Province).ToString();
        var holders = await users.GetUsersForClaimAsync(new(AccessClaims.Grant, security));
        return holders.Any(holder => holder.Id == account.Id)
            && holders.All(holder => holder.Id == account.Id || holder.LockoutEnd == DateTimeOffset.MaxValue);
    }

    // A recovery code is a secret of ten letters; the lock-out of the second factor counts it as an attempt too.
    async Task<SignInResult> RecoveryAsync(string code)
    {
        if (await sessions.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return SignInResult.Failed;
        if (await users.IsLockedOutAsync(account))
            return SignInResult.LockedOut;

        var result = await sessions.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
            await users.AccessFailedAsync(account);
        return result;
    }

    async Task<Account?> MeAsync() =>
        http.HttpContext?.User is { Identity.IsAuthenticated: true } person ? await users.GetUserAsync(person) : null;

    async Task<AccountSummary> SummaryAsync(Account account) => new(
        account.UserName ?? "",
        [.. (await users.GetClaimsAsync(account)).Where(claim => claim.Type == AccessClaims.Grant)
            .Select(claim => AccessGrant.TryParse(claim.Value, out var grant) ? grant : (AccessGrant?)null).OfType<AccessGrant>()],
        account.TwoFactorEnabled,
        account.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(account) : 0,
        await users.IsLockedOutAsync(account));
}
