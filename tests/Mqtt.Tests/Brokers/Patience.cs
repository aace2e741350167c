namespace DcOps.Collectors.Mqtt.Tests.Brokers;

/// <summary>Ends a wait for something that does not come; no test counts on its length.</summary>
static class Patience
{
    public static CancellationToken Token
    {
        get
        {
            var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(60));
            return limit.Token;
        }
    }
}
