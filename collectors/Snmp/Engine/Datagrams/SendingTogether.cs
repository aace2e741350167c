namespace DcOps.Collectors.Snmp.Engine.Datagrams;

/// <summary>While it lasts, the questions of a thread wait for each other.</summary>
readonly ref struct SendingTogether
{
    readonly WaitingDatagrams _waiting;

    public SendingTogether(WaitingDatagrams waiting)
    {
        _waiting = waiting;
        waiting.Hold();
    }

    public void Dispose() => _waiting.Release();
}
