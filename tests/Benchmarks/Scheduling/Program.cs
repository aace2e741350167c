using DcOps.Benchmarks.Scheduling;

return args switch
{
    ["plan", ..] => PlanCommand.Run(args[1..]),
    ["replay", ..] => ReplayCommand.Run(args[1..]),
    _ => PlanCommand.Usage(),
};
