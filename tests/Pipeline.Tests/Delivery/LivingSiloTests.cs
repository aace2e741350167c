using System.Net;
using DcOps.Collectors.Pipeline.Delivery;

namespace DcOps.Collectors.Pipeline.Tests.Delivery;

public sealed class LivingSiloTests
{
    static readonly ImmutableArray<Uri> Silos = [new("http://a:1"), new("http://b:2"), new("http://c:3")];

    readonly Network _network = new();
    readonly HttpClient _client;

    public LivingSiloTests() => _client = new(new LivingSilo(Silos, _network)) { BaseAddress = Silos[0] };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stays_with_a_silo_that_answers()
    {
        await AskAsync();
        await AskAsync();

        Assert.Equal(["http://a:1/ingest", "http://a:1/ingest"], _network.Asked);
    }

    [Fact]
    public async Task Turns_to_the_next_when_one_does_not_answer_and_stays_there()
    {
        _network.Dead.Add("a");
        await Assert.ThrowsAsync<HttpRequestException>(AskAsync);
        _network.Dead.Clear();

        await AskAsync();
        await AskAsync();

        Assert.Equal(["http://a:1/ingest", "http://b:2/ingest", "http://b:2/ingest"], _network.Asked);
    }

    [Fact]
    public async Task Comes_round_to_the_first_again()
    {
        _network.Dead.UnionWith(["a", "b", "c"]);
        for (var attempt = 0; attempt < 3; attempt++)
            await Assert.ThrowsAsync<HttpRequestException>(AskAsync);
        _network.Dead.Clear();

        await AskAsync();

        Assert.Equal("http://a:1/ingest", _network.Asked[^1]);
    }

    [Fact]
    public async Task A_silo_that_is_about_to_stop_is_left()
    {
        _network.Stopping.Add("a");

        await AskAsync();
        await AskAsync();

        Assert.Equal(["http://a:1/ingest", "http://b:2/ingest"], _network.Asked);
    }

    async Task AskAsync()
    {
        using var answer = await _client.GetAsync(new Uri("/ingest", UriKind.Relative), Token);
    }

    sealed class Network : HttpMessageHandler
    {
        public HashSet<string> Dead { get; } = [];

        public HashSet<string> Stopping { get; } = [];

        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.ToString());
            if (Dead.Contains(request.RequestUri.Host))
                throw new HttpRequestException("no answer");
            return Task.FromResult(new HttpResponseMessage(
                Stopping.Contains(request.RequestUri.Host) ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK));
        }
    }
}
