namespace DcOps.Collectors.Pipeline.Delivery;

/// <summary>
/// Sends each request to one of several silos of the province: to the same one until it does not answer, then to the next. A
/// request that failed is not sent again here; whoever sent it does that, in an order of its own.
/// </summary>
/// <param name="silos">Base addresses; at least one, the preferred first.</param>
sealed class LivingSilo(ImmutableArray<Uri> silos, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    const int ServiceUnavailable = 503;

    int _current;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var chosen = Volatile.Read(ref _current);
        request.RequestUri = new(silos[chosen], request.RequestUri!.PathAndQuery);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode == ServiceUnavailable)
                TurnFrom(chosen);
            return response;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            TurnFrom(chosen);
            throw;
        }
    }

    // Of several that failed at once, one turns.
    void TurnFrom(int failed) => Interlocked.CompareExchange(ref _current, (failed + 1) % silos.Length, failed);
}
