using System.Globalization;
using DcOps.Simulator.Control;
using DcOps.Simulator.Devices;
using DcOps.Simulator.Faults;
using DcOps.Simulator.Layout;
using DcOps.Simulator.Model;
using DcOps.Simulator.Mqtt;
using DcOps.Simulator.Options;
using DcOps.Simulator.Truth;
using Microsoft.Extensions.Logging.Console;

namespace DcOps.Simulator.Running;

/// <summary>Puts a simulator together.</summary>
public static partial class SimulatorHost
{
    public static WebApplication Build(SimulatorArguments arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{arguments.ControlPort}"));
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = PlainConsole.Title)
            .AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // What keeps the program from starting is said by the program, in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.ConfigureHttpJsonOptions(json => ControlJson.Apply(json.SerializerOptions));
        AddSimulation(builder.Services, arguments);

        var app = builder.Build();
        FaultEndpoints.Map(app);
        TruthEndpoints.Map(app);
        app.Lifetime.ApplicationStarted.Register(
            () => LogControl(app.Logger, string.Join(' ', app.Urls)));
        return app;
    }

    static void AddSimulation(IServiceCollection services, SimulatorArguments arguments)
    {
        services.AddSingleton(arguments);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(ProvinceGenerator.Generate(arguments.Size, arguments.Seed));
        services.AddSingleton(provider => new ProvinceModel(
            provider.GetRequiredService<ProvincePlan>(), provider.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddSingleton<DeviceCatalog>();
        services.AddSingleton(provider => new FaultJournal(
            provider.GetRequiredService<ProvinceModel>(), Path.Combine(arguments.Data, FaultJournal.File)));
        services.AddSingleton<FaultBoard>();
        services.AddSingleton<GroundTruth>();
        services.AddSingleton<PlayedProvince>();
        services.AddHostedService<Simulation>();
        services.AddHostedService<PublisherFleet>();
    }

    [LoggerMessage(LogLevel.Information, "Faults and the ground truth: {Addresses}")]
    static partial void LogControl(ILogger logger, string addresses);
}
