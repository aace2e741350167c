using DcOps.Contracts.Ledger;
using DcOps.Domain.Configuration;
using DcOps.Signing.Keys;
using DcOps.Upload.Configuration;
using DcOps.Upload.Feed;
using DcOps.Upload.Sending;
using DcOps.Upload.Spool;
using DcOps.Upload.Standing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DcOps.Upload;

/// <summary>The upload as a host composes it. It needs an <see cref="IEnergyLedger"/> among the services.</summary>
public static class UploadComposition
{
    const string Folder = "upload";

    /// <summary>Adds the upload when section <c>upload</c> is there; its faults are collected in the document.</summary>
    /// <param name="signing">For destinations that sign; null when there is no key.</param>
    public static IServiceCollection AddDcOpsUpload(
        this IServiceCollection services, ConfigurationDocument document, Func<SigningKey>? signing, string dataFolder)
    {
        if (UploadConfiguration.Load(document, signing) is not { } plan)
            return services;

        var folder = Path.Combine(dataFolder, Folder);
        services.AddSingleton(provider => ItemSpool.Open(
            folder, [.. plan.Options.Destinations.Select(destination => destination.Name)], plan.Options.Spool,
            provider.GetRequiredService<ILogger<ItemSpool>>()));
        services.AddSingleton<IHostedService>(provider => new ItemFeed(
            plan.Options, new LedgerItems(provider.GetRequiredService<IEnergyLedger>(), plan.Options, Clock(provider)), provider.GetRequiredService<ItemSpool>(), folder, Clock(provider),
            provider.GetRequiredService<ILogger<ItemFeed>>()));
        services.AddSingleton(provider => UploadJournal.Open(
            Path.Combine(folder, "answers.json"), provider.GetRequiredService<ILogger<UploadJournal>>()));
        services.AddSingleton<IUploadWatch>(provider => new UploadWatch(
            plan.Options, provider.GetRequiredService<ItemSpool>(), provider.GetRequiredService<UploadJournal>(), Clock(provider)));
        foreach (var (destination, seal) in plan.Options.Destinations.Zip(plan.Seals))
        {
            services.AddSingleton<IHostedService>(provider => new UploadPump(
                destination, plan.Options, provider.GetRequiredService<ItemSpool>(),
                new JsonProtocol(destination, seal, folder, Clock(provider), new SocketsHttpHandler { AllowAutoRedirect = false }),
                BacklogPace.Of(plan.Options, Clock(provider)), provider.GetRequiredService<UploadJournal>(), Clock(provider), provider.GetRequiredService<ILogger<UploadPump>>()));
        }

        return services;
    }

    static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
