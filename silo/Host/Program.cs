using System.Text.Json.Nodes;
using DcOps.Domain.Topology;
using DcOps.Silo.Host.Composition;

// Composition only.
const int DefaultPort = 8081;
string[] notOurs = ["collector", "snmp", "mqtt"];

return await HostRun.RunAsync(args, DefaultPort, (arguments, document) =>
{
    var builder = WebApplication.CreateBuilder();
    PlainLog.Configure(builder.Logging);
    builder.WebHost.UseUrls(HostRun.Address(arguments));
    var inventory = InventoryLoader.Load(document);
    if (inventory is not null)
        builder.AddDcOpsSilo(document, inventory, arguments.Data);
    foreach (var section in notOurs)
        document.Section<JsonNode>(section);
    document.ThrowIfFaulty();
    return arguments.CheckOnly ? null : builder.Build().MapDcOpsSilo();
});
