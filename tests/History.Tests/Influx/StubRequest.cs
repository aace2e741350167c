namespace DcOps.History.Tests.Influx;

sealed record StubRequest(string Path, string Query, string? Authorization, string Body)
{
    public int Lines => Body.Count(letter => letter == '\n');
}
