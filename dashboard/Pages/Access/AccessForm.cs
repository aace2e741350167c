namespace DcOps.Dashboard.Pages.Access;

/// <summary>What the forms of sign-in, set-up and accounts send.</summary>
public sealed class AccessForm
{
    public string? Person { get; set; }

    public string? Password { get; set; }

    public string? Next { get; set; }

    public string? Code { get; set; }

    public string? Role { get; set; }

    public string? Scope { get; set; }

    public string? Deed { get; set; }
}
