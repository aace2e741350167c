using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DcOps.Dashboard.Components;

/// <summary>The address of the page that is shown, with some of its query changed: the address is the page's state.</summary>
static class PageAddress
{
    /// <param name="changes">A value of null or nothing takes the key out.</param>
    public static string With(HttpContext? context, params ReadOnlySpan<(string Key, string? Value)> changes) =>
        context is null ? "" : context.Request.Path + Query(context, changes);

    /// <summary>Another path with this page's query.</summary>
    public static string At(string path, HttpContext? context, params ReadOnlySpan<(string Key, string? Value)> changes) =>
        path + Query(context, changes);

    static string Query(HttpContext? context, ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in context?.Request.Query ?? (IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>)[])
        {
            if (value is [{ Length: > 0 } only, ..])
                kept[key] = only;
        }

        foreach (var (key, value) in changes)
        {
            if (string.IsNullOrEmpty(value))
                kept.Remove(key);
            else
                kept[key] = value;
        }

        return new QueryBuilder(kept).ToQueryString().Value ?? "";
    }
}
