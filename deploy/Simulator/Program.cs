using System.Net.Sockets;
using DcOps.Simulator.Computing;
using DcOps.Simulator.Control;
using DcOps.Simulator.Options;
using DcOps.Simulator.Running;
using DcOps.Simulator.State;
using DcOps.Simulator.Years;

// Composition only.
const int Failed = 1;
const int WrongLine = 2;

if (args is ["fault", .. var fault])
    return await FaultClient.RunAsync(fault, Console.Out, Console.Error, CancellationToken.None);

if (args is ["year", .. var year])
    return await YearCommand.RunAsync(year, Console.Out, Console.Error);

if (args is ["plan", .. var plan])
    return await PlanCommand.RunAsync(plan, Console.Out, Console.Error);

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(SimulatorArguments.Usage);
    return 0;
}

if (SimulatorArguments.TryParse(args, out var reason) is not { } arguments)
{
    await Console.Error.WriteLineAsync(reason);
    await Console.Error.WriteLineAsync(SimulatorArguments.Usage);
    return WrongLine;
}

try
{
    await using var app = SimulatorHost.Build(arguments);
    await app.RunAsync();
    return 0;
}
catch (SocketException full) when (full.SocketErrorCode == SocketError.TooManyOpenSockets)
{
    await Console.Error.WriteLineAsync(
        $"{arguments.Size.Racks} racks are more devices than this process may open sockets for: raise 'ulimit -n', or play fewer --racks.");
}
catch (SocketException taken)
{
    await Console.Error.WriteLineAsync(
        $"UDP port {arguments.SnmpPort} on 127.16.0.1 and above cannot be used ({taken.Message}): name another --snmp-port.");
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"TCP port {arguments.ControlPort} is taken, perhaps by another simulator: name another --control-port.");
}
catch (StateMismatchException mismatch)
{
    await Console.Error.WriteLineAsync(mismatch.Message);
}

return Failed;
