using DcOps.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]
