using DcOps.Contracts.Access;
using DcOps.Domain.Access;

namespace DcOps.Dashboard.Layout;

public sealed partial class MainLayout
{
    string Here => Http.HttpContext is { } context ? context.Request.Path + context.Request.QueryString : "/";

    string? Person => Http.HttpContext?.User.SignedName();

    /// <summary>The counts are the province's: not for who holds less of it.</summary>
    bool SeesAlarms => !Mode.HasAccounts || Http.HttpContext?.User.Grants().Any(grant =>
        grant is { Scope.Kind: ScopeKind.Province, Role: AccessRole.Operator or AccessRole.Regulator or AccessRole.Administrator }) == true;

    string? Current(string path) => Http.HttpContext?.Request.Path == path ? "page" : null;

    /// <summary>A part of the product that has pages of its own below it.</summary>
    string? Section(string path) => Current(path) ?? (Http.HttpContext?.Request.Path.StartsWithSegments(path) == true ? "true" : null);

    string Choice(string what, string value) => $"/preferences?{what}={value}&back={Uri.EscapeDataString(Here)}";
}
