using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DcOps.Browser.Tests;

/// <summary>One person's visit: the page, what its console complained of, and every request that left the origin.</summary>
sealed class Visit : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly ConcurrentQueue<string> _complaints = new();
    readonly ConcurrentQueue<string> _strangers = new();

    Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public IReadOnlyCollection<string> Complaints => _complaints;

    public IReadOnlyCollection<string> Strangers => _strangers;

    public static async Task<Visit> BeginAsync(IBrowserContext context, string origin)
    {
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visit._complaints.Enqueue(message.Text);
        };
        page.PageError += (_, fault) => visit._complaints.Enqueue(fault);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(origin, StringComparison.Ordinal))
                visit._strangers.Enqueue(request.Url);
        };
        return visit;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
