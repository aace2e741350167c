using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace DcOps.Access.Accounts;

/// <summary>The code that makes the first account: printed once at start, kept as its hash, good for a day and five attempts.</summary>
sealed class SetUpDoor(AccountsContext context, TimeProvider time)
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(24);

    const int MostFailures = 5;
    const int Letters = 20;
    const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /// <summary>A new code that replaces any before it; null when there is an account already.</summary>
    public async Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await context.Users.AnyAsync(cancellationToken))
            return null;

        var code = string.Join('-', RandomNumberGenerator.GetString(Alphabet, Letters).Chunk(5).Select(part => new string(part)));
        await context.SetUpCodes.ExecuteDeleteAsync(cancellationToken);
        context.SetUpCodes.Add(new() { Id = 1, Hash = HashOf(code), ExpiresTicks = (time.GetUtcNow() + Valid).UtcTicks });
        await context.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>Whether the code is the one that was printed, still good; a wrong one is counted.</summary>
    public async Task<bool> IsRightAsync(string code, CancellationToken cancellationToken)
    {
        var row = await context.SetUpCodes.SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.ExpiresTicks < time.GetUtcNow().UtcTicks || row.Failures >= MostFailures || await context.Users.AnyAsync(cancellationToken))
            return false;
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Hash), Encoding.ASCII.GetBytes(HashOf(code))))
            return true;

        row.Failures++;
        await context.SaveChangesAsync(cancellationToken);
        return false;
    }

    /// <summary>The code is good for one account. False when somebody else used it first.</summary>
    public async Task<bool> CloseAsync(CancellationToken cancellationToken) => await context.SetUpCodes.ExecuteDeleteAsync(cancellationToken) == 1;

    static string HashOf(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal))));
}
