using DcOps.Benchmarks.Scheduling;

return args is ["plan", ..] ? PlanCommand.Run(args[1..])
    : PlanCommand.Usage();
