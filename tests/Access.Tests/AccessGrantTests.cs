using DcOps.Domain.Access;

namespace DcOps.Access.Tests;

public sealed class AccessGrantTests
{
    [Theory]
    [InlineData("operator@province")]
    [InlineData("regulator@city:NJ")]
    [InlineData("scheduler@facility:NJ-01")]
    [InlineData("audit-administrator@province")]
    public void A_grant_is_written_as_it_is_read(string text)
    {
        Assert.True(AccessGrant.TryParse(text, out var grant));
        Assert.Equal(text, grant.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("operator")]
    [InlineData("root@province")]
    [InlineData("operator@city:")]
    [InlineData("operator@facility:../etc")]
    [InlineData("operator@province@province")]
    [InlineData("security-administrator@city:NJ")]
    public void What_is_no_grant_is_none(string? text) => Assert.False(AccessGrant.TryParse(text, out _));

    [Theory]
    [InlineData(true, AccessRole.Administrator, AccessRole.SecurityAdministrator)]
    [InlineData(true, AccessRole.Operator, AccessRole.Regulator)]
    [InlineData(false, AccessRole.SystemAdministrator, AccessRole.SecurityAdministrator)]
    [InlineData(false, AccessRole.SecurityAdministrator, AccessRole.AuditAdministrator)]
    [InlineData(false, AccessRole.AuditAdministrator, AccessRole.SystemAdministrator)]
    public void The_three_administrators_are_never_one_person(bool isAllowed, AccessRole one, AccessRole other) =>
        Assert.Equal(isAllowed, AccessGrant.MayBeOnePerson([new(one, AccessScope.Province), new(other, AccessScope.Province)]));
}
