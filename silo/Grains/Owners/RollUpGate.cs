namespace DcOps.Grains.Owners;

/// <summary>
/// Closed when the silo begins to stop: owners that report to grains which are going away would only produce errors.
/// Checkpoints go on until the end.
/// </summary>
public sealed class RollUpGate
{
    volatile bool _isClosed;

    public bool IsClosed => _isClosed;

    public void Close() => _isClosed = true;
}
