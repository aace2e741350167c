using DcOps.Access;
using DcOps.Collectors.Host;
using DcOps.Collectors.Host.Sites;
using DcOps.Collectors.Mqtt;
using DcOps.Dashboard;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Composition;
using DcOps.Standalone;
using DcOps.Standalone.Profiles;

// Composition only: silo, collectors, dashboard and broker in one process, stores embedded; and the commands beside it.
const string CollectorName = "standalone";
const int WrongLine = 2;

switch (args)
{
    case ["discover", .. var sweep]:
        return await DiscoverCommand.RunAsync(sweep, TimeProvider.System, Console.Out, Console.Error, CancellationToken.None);
    case ["profile", "try", .. var device]:
        return await ProfileTryCommand.RunAsync(device, Console.Out, Console.Error);
    case ["readings", .. var import]:
        return await ReadingsCommand.RunAsync(import, TimeProvider.System, Console.Out, Console.Error, CancellationToken.None);
    case ["mapping", .. var payload]:
        return await MappingCommand.RunAsync(payload, TimeProvider.System, Console.Out, Console.Error);
    case ["statement", .. var bundle]:
        return await StatementCommand.RunAsync(bundle, Console.Out, Console.Error);
    case ["meters", .. var register]:
        return await MetersCommand.RunAsync(register, Console.Out, Console.Error);
    case ["backup" or "restore", ..]:
        return await BackupCommand.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
    case ["plan", .. var tables]:
        return await PlanCommand.RunAsync(tables, Console.Out, Console.Error, CancellationToken.None);
}

if (StandaloneArguments.TryParse(args, out var reason) is not { } arguments)
{
    await Console.Error.WriteLineAsync(reason);
    return WrongLine;
}

return await HostRun.RunAsync(arguments.Host, document =>
{
    var builder = WebApplication.CreateBuilder();
    builder.WebHost.UseUrls(HostRun.Address(arguments.Host)).UseStaticWebAssets();
    PlainLog.Configure(builder.Logging);
    var inventory = InventoryLoader.Load(document);
    if (inventory is not null)
        builder.AddDcOpsSilo(document, inventory, arguments.Host.Data, new SiteConfigurationCheck());
    if (arguments.BrokerPort is { } port)
        builder.Services.AddEmbeddedBroker(port);
    builder.Services.AddDcOpsCollectors(document, inventory, arguments.Host.Data, CollectorName);
    builder.Services.AddDcOpsDashboard();
    builder.AddDcOpsAccess(document, arguments.Host.Data);
    builder.Services.AddHostedService<FirstPage>();
    document.ThrowIfFaulty();
    return arguments.Host.CheckOnly ? null : builder.Build().UseDcOpsAccess().MapDcOpsSilo().MapDcOpsDashboard();
});
