using DcOps.Signing.Passwords;
using Microsoft.AspNetCore.Identity;

namespace DcOps.Access.Accounts;

/// <summary>Passwords are kept as Argon2id and nothing else.</summary>
sealed class Argon2Hasher : IPasswordHasher<Account>
{
    public string HashPassword(Account user, string password) => Argon2Hash.Of(password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        !Argon2Hash.Matches(hashedPassword, providedPassword, out var isOutdated) ? PasswordVerificationResult.Failed
        : isOutdated ? PasswordVerificationResult.SuccessRehashNeeded
        : PasswordVerificationResult.Success;
}
