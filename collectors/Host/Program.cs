using DcOps.Collectors.Host;

return await CollectorRun.RunAsync(args);
