using Microsoft.AspNetCore.Identity;

namespace DcOps.Access.Accounts;

/// <summary>One person's account. Grants are its claims.</summary>
public sealed class Account : IdentityUser
{
}
