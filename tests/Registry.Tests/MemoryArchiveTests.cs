using DcOps.Domain.Ledger.Archive;

namespace DcOps.Registry.Tests;

public sealed class MemoryArchiveTests : ArchiveConformanceTests
{
    protected override Task<ILedgerArchive> OpenAsync() => Task.FromResult<ILedgerArchive>(new MemoryArchive());
}
