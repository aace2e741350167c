// Nearly all of it waits for processes and for the physics of the simulated sites: two cores carry as many at once as four.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
[assembly: TestCollectionOrderer(typeof(DcOps.EndToEnd.Tests.LongestFirst))]
