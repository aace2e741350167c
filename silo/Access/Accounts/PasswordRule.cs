using Microsoft.AspNetCore.Identity;

namespace DcOps.Access.Accounts;

/// <summary>Twelve characters or more of three of four kinds, and not the account's name inside (GB/T 22239-2019 8.1.4.1 a).</summary>
sealed class PasswordRule : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    const int Kinds = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsStrong(user.UserName ?? "", password ?? "")
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule) }));

    public static bool IsStrong(string name, string password) =>
        password.Length is >= Shortest and <= Longest
        && KindsOf(password) >= Kinds
        && password.Distinct().Count() >= Shortest / 2
        && (name.Length == 0 || !password.Contains(name, StringComparison.OrdinalIgnoreCase));

    static int KindsOf(string password) => new[]
    {
        password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), password.Any(letter => !char.IsLetterOrDigit(letter)),
    }.Count(isThere => isThere);
}
