using DcOps.Domain.Alarms.Journal;
using DcOps.Domain.Alarms.Notification;
using DcOps.Domain.Configuration;
using DcOps.Domain.Ledger.Archive;
using Microsoft.Extensions.DependencyInjection;

namespace DcOps.Registry.Configuration;

/// <summary>The registry as a host composes it.</summary>
public static class RegistryComposition
{
    /// <summary>Binds section <c>registry</c> and adds <see cref="ILedgerArchive"/>, <see cref="IAlarmJournal"/> and <see cref="INoticeStore"/>.</summary>
    /// <param name="dataFolder">Holds the embedded databases in a folder of their own.</param>
    public static IServiceCollection AddDcOpsRegistry(this IServiceCollection services, ConfigurationDocument document, string dataFolder)
    {
        var section = document.Section<RegistrySection>(RegistrySection.Name) ?? new RegistrySection();
        section.RefuseContradictions(document);
        var connection = section.Connection?.RevealOrRefuse(document, $"{RegistrySection.Name}.connection");
        services.AddSingleton<ILedgerArchive>(_ => section.Kind == RegistryKind.PostgreSql
            ? RegistryArchive.PostgreSql(connection ?? "")
            : RegistryArchive.Embedded(Path.GetFullPath(Path.Combine(dataFolder, "registry", "registry.db"))));
        services.AddSingleton<IAlarmJournal>(_ => section.Kind == RegistryKind.PostgreSql
            ? RegistryJournal.PostgreSql(connection ?? "")
            : RegistryJournal.Embedded(Path.GetFullPath(Path.Combine(dataFolder, "registry", "alarms.db"))));
        services.AddSingleton<INoticeStore>(_ => section.Kind == RegistryKind.PostgreSql
            ? RegistryNotices.PostgreSql(connection ?? "")
            : RegistryNotices.Embedded(Path.GetFullPath(Path.Combine(dataFolder, "registry", "notices.db"))));
        return services.AddSingleton(new RegistryCopy(
            section.Kind == RegistryKind.PostgreSql ? connection ?? "" : null, Path.GetFullPath(Path.Combine(dataFolder, "registry"))));
    }
}
