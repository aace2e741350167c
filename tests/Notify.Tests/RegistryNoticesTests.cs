using DcOps.Domain.Alarms;
using DcOps.Domain.Alarms.Notification;
using DcOps.Registry;
using DcOps.Testing;

namespace DcOps.Notify.Tests;

/// <summary>Planned notices on disk.</summary>
public sealed class RegistryNoticesTests : IDisposable
{
    readonly ScratchFolder _folder = new();

    [Fact]
    public async Task What_was_saved_is_there_after_a_restart_once_each_and_what_was_forgotten_is_not()
    {
        var token = TestContext.Current.CancellationToken;
        var file = _folder.Of("registry/notices.db");
        var store = RegistryNotices.Embedded(file);
        await store.SaveAsync([Record(1), Record(2)], token);
        await store.SaveAsync([Record(1) with { DeliveredAt = Sample.Start, Attempts = 3 }], token);

        var loaded = await RegistryNotices.Embedded(file).LoadAsync(token);
        await store.ForgetAsync([Sample.IdOf(2)], token);

        Assert.Equal(2, loaded.Length);
        Assert.Equal(Record(1) with { DeliveredAt = Sample.Start, Attempts = 3 }, loaded.Single(record => record.Incident == Sample.IdOf(1)));
        Assert.Equal(Sample.IdOf(1), Assert.Single(await RegistryNotices.Embedded(file).LoadAsync(token)).Incident);
    }

    public void Dispose() => _folder.Dispose();

    static NoticeRecord Record(int number) => new(
        Sample.Notice(number).Key, NoticeKind.Raised, "ops", "all", 0, Sample.IdOf(number), AlarmPriority.Critical, Sample.Start, null, 1, false, 0);
}
