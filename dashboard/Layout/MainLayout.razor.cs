namespace DcOps.Dashboard.Layout;

public sealed partial class MainLayout
{
    string Here => Http.HttpContext is { } context ? context.Request.Path + context.Request.QueryString : "/";

    string? Current(string path) => Http.HttpContext?.Request.Path == path ? "page" : null;

    /// <summary>A part of the product that has pages of its own below it.</summary>
    string? Section(string path) => Current(path) ?? (Http.HttpContext?.Request.Path.StartsWithSegments(path) == true ? "true" : null);

    string Choice(string what, string value) => $"/preferences?{what}={value}&back={Uri.EscapeDataString(Here)}";
}
